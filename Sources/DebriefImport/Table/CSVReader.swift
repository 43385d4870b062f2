import DebriefModel

/// Reads a table of separated values (RFC 4180) row by row, whatever separates them and ends its lines, and
/// as leniently as spreadsheets do: a quotation mark inside of a plain cell is itself, and what follows a
/// closing one belongs to the cell.
struct CSVReader {
  /// One row.
  struct Row: Hashable {
    /// The line of the file it begins at, the first one being 1.
    var line: Int
    /// Its cells.
    var cells: [String]
    /// Whether nothing is in it.
    var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    /// Whether there are only dashes in it, as in a line that is drawn.
    var isRule: Bool {
      let filled = cells.filter { !$0.allSatisfy(\.isWhitespace) }
      return filled.count > 1
        && filled.allSatisfy { cell in
          cell.contains("--") && cell.allSatisfy { "-: ".contains($0) }
        }
    }
  }

  private enum State { case start, plain, quoted, closing }

  /// A row may have so many cells.
  static let mostCells = 4096

  private let delimiter: UInt8
  private let name: String
  private var text: TextStream
  private var bytes: [UInt8] = []
  private var at = 0
  private var line = 1
  private var isAfterReturn = false

  /// Begins at the first row.
  init(_ text: TextStream, delimiter: UInt8, name: String) {
    (self.text, self.delimiter, self.name) = (text, delimiter, name)
  }

  /// The next row; nil at the end. Lines with nothing on them are no rows.
  ///
  /// - Throws: ``ImportFault`` for a cell without an end, or one that is too long; whatever reading throws.
  mutating func next() throws -> Row? {
    var row = Row(line: line, cells: [])
    var cell: [UInt8] = []
    var state = State.start
    var quote = 0
    var isBegun = false
    func close() throws {
      guard row.cells.count < CSVReader.mostCells else {
        throw fault(row.line, "has more than \(CSVReader.mostCells) cells, so this isn't a table")
      }
      row.cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
    }
    while true {
      if at == bytes.count {
        at = 0
        guard try text.next(&bytes) else {
          bytes = []
          if state == .quoted {
            throw fault(
              quote, "opens a quotation mark that never closes, so the rest can't be told apart")
          }
          guard isBegun else { return nil }
          try close()
          return row
        }
      }
      let byte = bytes[at]
      at += 1
      let isEnd = byte == 0x0a || byte == 0x0d
      if isEnd {
        let isSecond = byte == 0x0a && isAfterReturn
        isAfterReturn = byte == 0x0d
        if !isSecond { line += 1 }
        if isSecond, state != .quoted { continue }
      } else {
        isAfterReturn = false
      }
      switch state {
      case .quoted:
        if byte == UInt8(ascii: "\"") { state = .closing } else { cell.append(byte) }
      case .start, .plain, .closing:
        if isEnd {
          if !isBegun {
            row.line = line
            continue
          }
          try close()
          return row
        }
        isBegun = true
        if byte == delimiter {
          try close()
          state = .start
        } else if byte == UInt8(ascii: "\""), state == .start {
          (state, quote) = (.quoted, line)
        } else if byte == UInt8(ascii: "\""), state == .closing {
          cell.append(byte)
          state = .quoted
        } else {
          cell.append(byte)
          state = .plain
        }
      }
      if cell.count > TextLimit.bytes {
        let hint = state == .quoted ? " Maybe a quotation mark is missing on line \(quote)." : ""
        throw fault(row.line, "has a cell of more than \(TextLimit.words)", hint)
      }
    }
  }

  private func fault(_ line: Int, _ what: String, _ hint: String = "") -> ImportFault {
    ImportFault(.data, "\(name), line \(line), \(what). Nothing was imported.\(hint)")
  }
}
