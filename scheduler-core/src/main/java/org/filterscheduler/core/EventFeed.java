package org.filterscheduler.core;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.filterscheduler.api.InventoryEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Hands events to subscribers in order and under no lock: a thread that finds another one at it
 * leaves its events to that one.
 */
final class EventFeed {
  private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

  private final List<Consumer<InventoryEvent>> subscribers = new CopyOnWriteArrayList<>();
  private final Queue<InventoryEvent> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger undelivered = new AtomicInteger();

  Runnable subscribe(Consumer<InventoryEvent> subscriber) {
    // A wrapper of its own, so that ending one subscription ends no other of the same consumer.
    Consumer<InventoryEvent> own = event -> subscriber.accept(event);
    subscribers.add(own);
    return () -> subscribers.remove(own);
  }

  /** Adds an event; called in the order of the events. */
  void add(InventoryEvent event) {
    if (!subscribers.isEmpty()) {
      events.add(event);
    }
  }

  /** Delivers what was added; called after the lock was given back. */
  void deliver() {
    if (events.isEmpty() || undelivered.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    try {
      do {
        for (InventoryEvent event = events.poll(); event != null; event = events.poll()) {
          deliver(event);
        }
        missed = undelivered.addAndGet(-missed);
      } while (missed != 0);
    } catch (Error e) {
      undelivered.set(0); // the next change delivers what is left
      throw e;
    }
  }

  private void deliver(InventoryEvent event) {
    for (Consumer<InventoryEvent> subscriber : subscribers) {
      try {
        subscriber.accept(event);
      } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
        LOG.warn("A subscriber failed on event {}; it gets the next one.", event.sequence(), e);
      }
    }
  }
}
