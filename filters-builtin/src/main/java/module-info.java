/** Nova's filters. */
module org.filterscheduler.filters {
  requires com.fasterxml.jackson.databind;
  requires org.filterscheduler.api;
}
