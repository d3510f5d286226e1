package org.filterscheduler.weighers;

import org.filterscheduler.api.HostState;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.HostMetric;

/** The figures of a host that are raw weights as they are. */
enum HostFigure implements HostMetric {
  FREE_MEMORY_MB {
    @Override
    public double value(HostState host) {
      return host.freeMemoryMb();
    }
  },
  FREE_DISK_MB {
    @Override
    public double value(HostState host) {
      return host.freeDiskMb();
    }
  },
  IO_OPERATIONS {
    @Override
    public double value(HostState host) {
      return host.usage().numIoOps();
    }
  },
  FAILED_BUILDS {
    @Override
    public double value(HostState host) {
      return host.usage().failedBuilds();
    }
  },
  /** The fewer devices are free, the higher: 100 for none, 1 for as many as Nova tells apart. */
  PCI_SCARCITY {
    @Override
    public double value(HostState host) {
      long free = Math.max(0, host.free(ResourceClass.PCI_DEVICE));
      return 100 - Math.min(free, MOST_DEVICES);
    }
  };

  private static final long MOST_DEVICES = 99;
}
