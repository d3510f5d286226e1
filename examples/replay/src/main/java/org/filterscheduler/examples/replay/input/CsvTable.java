package org.filterscheduler.examples.replay.input;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a line of headings, read strictly. Columns that nobody asks for are let be. */
final class CsvTable {
  /** A line of the table. */
  final class Row {
    private final long line;
    private final CSVRecord values;

    private Row(long line, CSVRecord values) {
      this.line = line;
      this.values = values;
    }

    long line() {
      return line;
    }

    /** Returns a text, which may be empty. */
    String text(String column) {
      return values.get(index(column)).strip();
    }

    /** Returns a text that is not empty. */
    String name(String column) {
      String name = text(column);
      if (name.isEmpty()) {
        throw wrong(column, "a name");
      }
      return name;
    }

    /** Returns a whole number in a range. */
    long amount(String column, long least, long most) {
      try {
        long amount = Long.parseLong(text(column));
        if (amount >= least && amount <= most) {
          return amount;
        }
      } catch (NumberFormatException e) {
        // the same message as for a number out of range
      }
      throw wrong(column, "a whole number from " + least + " to " + most);
    }

    InputException wrong(String column, String expected) {
      String where = file + ":" + line + ": column " + (index(column) + 1);
      return InputException.wrong(
          where + " (" + column + ")", "\"" + text(column) + "\"", expected);
    }
  }

  private final String file;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private CsvTable(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param needed the columns that it must have, in any order
   */
  static CsvTable read(Path path, List<String> needed) {
    CsvTable table = new CsvTable(path.toString());
    String text = Documents.text(path);
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CSVParser parser = CSVParser.parse(new StringReader(content), CSVFormat.DEFAULT)) {
      table.fill(parser, needed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private int index(String column) {
    return Objects.requireNonNull(columns.get(column), column);
  }

  List<Row> rows() {
    return rows;
  }

  private void fill(CSVParser parser, List<String> needed) {
    Iterator<CSVRecord> records = parser.iterator();
    if (!hasNext(records, parser)) {
      throw InputException.unreadable(file, "expected a line of headings, found nothing.", null);
    }
    readHeadings(records.next(), needed);
    while (hasNext(records, parser)) {
      CSVRecord values = records.next();
      if (values.size() != columns.size()) {
        throw InputException.wrong(
            file + ":" + parser.getCurrentLineNumber(),
            String.join(",", values.toList()),
            columns.size() + " values, as there are headings; found " + values.size());
      }
      rows.add(new Row(parser.getCurrentLineNumber(), values));
    }
  }

  /** What is no CSV at all shows when the parser looks for the next record. */
  private boolean hasNext(Iterator<CSVRecord> records, CSVParser parser) {
    try {
      return records.hasNext();
    } catch (UncheckedIOException | IllegalStateException e) {
      String problem = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw InputException.unreadable(
          file + ":" + Math.max(1, parser.getCurrentLineNumber()), "malformed CSV: " + problem, e);
    }
  }

  private void readHeadings(CSVRecord headings, List<String> needed) {
    for (String heading : headings) {
      if (columns.putIfAbsent(heading.strip(), columns.size()) != null) {
        throw InputException.wrong(file + ":1", heading, "each column once");
      }
    }
    for (String name : needed) {
      if (!columns.containsKey(name)) {
        throw InputException.wrong(
            file + ":1",
            String.join(",", headings.toList()),
            "a column " + name + "; needed are " + String.join(", ", needed));
      }
    }
  }
}
