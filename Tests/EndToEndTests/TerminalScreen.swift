import CVTerm

/// What a person sees: the emulated screen of libvterm. Not for use from two threads.
final class TerminalScreen {
  private(set) var columns: Int
  private(set) var rows: Int
  private let terminal: OpaquePointer
  private let screen: OpaquePointer

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit { vterm_free(terminal) }

  /// Takes what a program wrote; returns what the terminal answers.
  func take(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        _ = vterm_input_write(terminal, $0.baseAddress, $0.count)
      }
    }
    var answer = [CChar](repeating: 0, count: 256)
    let count = vterm_output_read(terminal, &answer, answer.count)
    return answer[..<count].map { UInt8(bitPattern: $0) }
  }

  func resize(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  func cell(_ x: Int, _ y: Int) -> VTermScreenCell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &cell)
    return cell
  }

  /// A row as text, without blanks at its end.
  func row(_ y: Int) -> String {
    var text = ""
    var x = 0
    while x < columns {
      let cell = cell(x, y)
      let chars = cell.chars
      var scalars = String.UnicodeScalarView()
      for value in [chars.0, chars.1, chars.2, chars.3, chars.4, chars.5] {
        guard value != 0, value != UInt32.max, let scalar = Unicode.Scalar(value) else { break }
        scalars.append(scalar)
      }
      text += scalars.isEmpty ? " " : String(scalars)
      x += max(1, Int(cell.width))
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows.
  var text: String { (0..<rows).map(row).joined(separator: "\n") }

  /// Whether a text stands in one of the rows.
  func shows(_ text: String) -> Bool { (0..<rows).contains { row($0).contains(text) } }

  /// The first row with a text in it.
  func row(with text: String) -> Int? { (0..<rows).first { row($0).contains(text) } }
}
