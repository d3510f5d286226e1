package org.filterscheduler.examples.replay.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationFilesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "nova.conf,debug = true,true",
    "cell1-nova.conf,debug = true,true",
    "options.ini,debug = true,true",
    "a.conf,[DEFAULT],true",
    "a.conf,'# a remark\n\n [filter_scheduler] \n',true",
    "a.conf,filter-scheduler { },false",
    "a.conf,'# [DEFAULT]\nfilter-scheduler.debug = true',false",
    "a.json,{},false",
    "a.conf,'',false"
  })
  void isNovaConf_byNameOrFirstLine(String name, String text, boolean expected) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);

    assertThat(ConfigurationFiles.isNovaConf(file)).isEqualTo(expected);
  }
}
