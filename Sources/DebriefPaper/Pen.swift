import CPaper

/// Sets texts and simple shapes on the pages of a PDF. Lengths are points, from the top left corner.
final class Pen {
  /// How a text is set.
  struct Style: Hashable {
    var size: Double
    var isBold = false
    var isItalic = false
    var color = Ink.body

    fileprivate var c: dpap_style {
      dpap_style(size: size, bold: isBold ? 1 : 0, italic: isItalic ? 1 : 0, color: color)
    }
  }

  /// A text as it is measured: its color makes no difference.
  private struct Measure: Hashable {
    var text: String
    var size: Double
    var isBold: Bool
    var isItalic: Bool
    /// The width of its lines; none for one line.
    var width: Double?

    init(_ text: String, _ style: Style, _ width: Double? = nil) {
      self.text = text
      (size, isBold, isItalic) = (style.size, style.isBold, style.isItalic)
      self.width = width
    }
  }

  private let document: OpaquePointer
  /// What was measured. A page is laid out several times until it fits, most of it in the same words.
  private var measured: [Measure: Double] = [:]

  /// Begins a document.
  ///
  /// - Parameter made: When, in ISO 8601.
  /// - Throws: ``PaperError`` when pangocairo cannot be opened.
  init(width: Double, height: Double, title: String, made: String) throws(PaperError) {
    if let reason = dpap_open() {
      throw PaperError(
        description: "A PDF needs pangocairo, which couldn't be opened (install "
          + "libpangocairo-1.0-0): \(String(cString: reason)).")
    }
    guard let document = dpap_begin(width, height, title, made) else {
      throw PaperError(description: "There's no memory for a PDF.")
    }
    self.document = document
  }

  deinit { dpap_free(document) }

  /// The height of a text in lines of a width.
  func height(_ text: String, _ width: Double, _ style: Style) -> Double {
    measure(Measure(text, style, width)) { dpap_height(document, text, width, style.c) }
  }

  /// The width of a text in one line.
  func width(_ text: String, _ style: Style) -> Double {
    measure(Measure(text, style)) { dpap_width(document, text, style.c) }
  }

  private func measure(_ what: Measure, _ body: () -> Double) -> Double {
    if let known = measured[what] { return known }
    let found = body()
    measured[what] = found
    return found
  }

  /// A text cut after the lines that have room: at least one of them is in the first part.
  func split(
    _ text: String, _ width: Double, _ style: Style, height: Double
  ) -> (first: String, rest: String) {
    let count = dpap_fits(document, text, width, height, style.c)
    let bytes = Array(text.utf8)
    let cut = min(count, bytes.count)
    func part(_ range: Range<Int>) -> String {
      var part = String(decoding: bytes[range], as: UTF8.self)
      while let last = part.last, last == "\n" || last == " " { part.removeLast() }
      return part
    }
    return (part(0..<cut), part(cut..<bytes.count))
  }

  func text(_ text: String, x: Double, y: Double, width: Double, _ style: Style) {
    dpap_text(document, text, x, y, width, style.c)
  }

  /// How many letters of the texts so far had no font.
  var unknown: Int { dpap_unknown(document) }

  /// Whether a letter has no font.
  func isUnknown(_ letter: Character) -> Bool {
    dpap_is_unknown(document, String(letter), Style(size: 10).c) != 0
  }

  func draw(_ shape: Shape, x: Double, y: Double) {
    switch shape {
    case .box(let dx, let dy, let width, let height, let color):
      dpap_box(document, x + dx, y + dy, width, height, color)
    case .dot(let dx, let dy, let radius, let color, let isFilled):
      dpap_circle(document, x + dx, y + dy, radius, color, isFilled ? 1 : 0)
    }
  }

  /// Does something inside a part of the document's structure.
  func tagged(_ name: String, _ body: () -> Void) {
    begin(name)
    body()
    end(name)
  }

  func begin(_ name: String) { dpap_tag(document, name) }
  func end(_ name: String) { dpap_untag(document, name) }

  func nextPage() { dpap_next_page(document) }

  /// Ends the document and gives its bytes.
  func finish() throws(PaperError) -> [UInt8] {
    var count = 0
    guard let bytes = dpap_finish(document, &count) else {
      throw PaperError(description: "pangocairo couldn't write the PDF.")
    }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}

/// The colors of paper, as 0xRRGGBB: dark enough to be read in print, and told by more than their hue.
enum Ink {
  static let body: UInt32 = 0x1d2129
  static let dim: UInt32 = 0x565e6c
  static let good: UInt32 = 0x1c6b3a
  static let bad: UInt32 = 0x9a3412
  static let bar: UInt32 = 0x35588f
  static let rest: UInt32 = 0xdfe3ea
  static let line: UInt32 = 0xcdd2da
}

/// A shape beside the words it stands for, placed in its piece.
enum Shape {
  case box(x: Double, y: Double, width: Double, height: Double, UInt32)
  case dot(x: Double, y: Double, radius: Double, UInt32, isFilled: Bool)
}
