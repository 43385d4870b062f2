import TUI

/// A column that is filled from the top.
struct Sheet {
  let canvas: Canvas
  /// Whether there is no room for blank rows.
  let tight: Bool
  /// The next row.
  var y = 0

  /// What was put on it, where nothing is drawn; nil on a screen.
  var said: [String]?

  /// Whether its sentences are said and not drawn.
  var isSpoken: Bool { said != nil }

  /// Rows that are left.
  var left: Int { isSpoken ? 1000 : max(0, canvas.height - y) }

  /// A paragraph of at most so many rows.
  mutating func put(_ text: String, _ ink: Ink = .body, rows: Int, x: Int = 0) {
    guard !text.isEmpty, left > 0 else { return }
    if isSpoken {
      said?.append(Sheet.words(text))
      return
    }
    y += canvas.paragraph(
      text, x: x, y: y, width: canvas.width - x, maxRows: min(rows, left), ink: ink)
  }

  /// What stands at these columns of the next row is the same as a key.
  func press(_ key: Character, x: Int, width: Int) {
    canvas.target(.keys([.char(key)]), in: Rect(x: x, y: y, width: width, height: 1))
  }

  /// What a picture shows, in words: said where it is not drawn.
  mutating func say(_ text: String) { said?.append(text) }

  /// A blank row, where there is room for one.
  mutating func gap() { if !tight { y += 1 } }
}
