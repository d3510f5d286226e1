/** The engine, with Nova's filters and weighers. */
module org.filterscheduler.scheduler {
  requires transitive org.filterscheduler.core;
  requires transitive org.filterscheduler.filters;
  requires transitive org.filterscheduler.weighers;
}
