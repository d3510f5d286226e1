/** Nova's weighers. */
module org.filterscheduler.weighers {
  requires org.filterscheduler.api;
}
