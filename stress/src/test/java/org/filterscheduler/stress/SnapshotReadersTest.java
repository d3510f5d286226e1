package org.filterscheduler.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscheduler.stress.Cloud.A;
import static org.filterscheduler.stress.Cloud.B;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.concurrent.CountDownLatch;
import org.filterscheduler.api.ClusterFork;
import org.filterscheduler.api.ClusterSnapshot;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.ServerGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Reads while a writer is stopped in the middle of its change: in the journal, where it keeps all
 * other writers out. A reader that waits for it waits for ever, and fails by the time limit.
 */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class SnapshotReadersTest {
  private final CountDownLatch writerIsInside = new CountDownLatch(1);
  private final CountDownLatch writerMayGoOn = new CountDownLatch(1);
  private final Cloud cloud = Cloud.of(2, A, B);
  private final FilterScheduler scheduler = cloud.scheduler();
  private final Thread writer = new Thread(() -> cloud.claim("stopped", A), "stopped writer");

  @BeforeEach
  void claimBefore() {
    cloud.claim("before", B);
  }

  private void stopWriterInJournal() throws InterruptedException {
    cloud.stopInJournal(writerIsInside, writerMayGoOn);
    writer.start();
    writerIsInside.await();
  }

  @AfterEach
  void letWriterGoOn() throws InterruptedException {
    writerMayGoOn.countDown();
    writer.join();
    assertThat(Cloud.takenOnBoth(cloud.inventory.snapshot())).isEqualTo("a1 b1");
  }

  @Test
  void heldSnapshot_whileWriterIsStopped_answersEverything() throws InterruptedException {
    ClusterSnapshot held = cloud.inventory.snapshot();
    stopWriterInJournal();
    assertThat(Cloud.takenOnBoth(held)).isEqualTo("a0 b1");
    assertThat(held.hosts()).hasSize(2);
    assertThat(held.nodesOf("a")).containsExactly(A);
    assertThat(Cloud.hostsOf(held, "before")).containsExactly(B);
    assertThat(Cloud.hostsOf(held, "stopped")).isEmpty();
    ServerGroup group = ServerGroup.builder("group").build();
    assertThat(held.group(group)).isEqualTo(group);
    ClusterFork fork = held.fork();
    fork.place(Cloud.request("simulated").build(), A);
    assertThat(Cloud.takenOnBoth(fork)).isEqualTo("a1 b1");
  }

  @Test
  void decisionsThatClaimNothing_whileWriterIsStopped_areMade() throws InterruptedException {
    ClusterSnapshot held = cloud.inventory.snapshot();
    stopWriterInJournal();
    assertThat(scheduler.dryRun(Cloud.request("dry").build(), held).scheduled()).isPresent();
    assertThat(scheduler.explain(Cloud.request("why").build(), held).hosts()).isEqualTo(2);
    assertThat(scheduler.recommend(Cloud.request("best").build(), 2)).hasSize(2);
  }

  @Test
  void inventory_whileWriterIsStopped_answersFromBeforeTheChange() throws InterruptedException {
    ClusterSnapshot held = cloud.inventory.snapshot();
    stopWriterInJournal();
    ClusterSnapshot taken = cloud.inventory.snapshot();
    assertThat(taken.sequence()).isEqualTo(held.sequence());
    assertThat(Cloud.takenOnBoth(taken)).isEqualTo("a0 b1");
    assertThat(cloud.inventory.sequence()).isEqualTo(held.sequence());
    assertThat(cloud.inventory.findClaim("stopped")).isEmpty();
    assertThat(cloud.inventory.findClaim("before")).isPresent();
    assertThat(cloud.inventory.claims()).hasSize(1);
    assertThat(cloud.inventory.export().claims()).hasSize(1);
    assertThat(cloud.inventory.audit()).hasSize(1);
  }
}
