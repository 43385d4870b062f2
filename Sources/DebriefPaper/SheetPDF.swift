import CPaper
import DebriefModel

/// A sheet as a PDF, for the printer and for whoever reads it with a program: on one page if it has room
/// there at a size that can be read.
public enum SheetPDF {
  /// The paper.
  public enum Paper: Sendable {
    case a4, letter

    /// What the user's locale prints on.
    public static var ofLocale: Paper { dpap_prefers_letter() != 0 ? .letter : .a4 }

    var width: Double { self == .a4 ? 595.276 : 612 }
    var height: Double { self == .a4 ? 841.89 : 792 }
  }

  /// The largest size of letters, in points.
  static let largest = 10.0
  /// The smallest size that can be read in print.
  static let smallest = 8.5
  private static let step = 0.25
  private static let margin = 36.0

  /// A finished document.
  public struct Made: Sendable {
    /// The file.
    public var bytes: [UInt8]
    /// How many pages it has.
    public var pages: Int
    /// The letters there is no font for on this machine: they are boxes.
    public var unknown: [Character]
    /// Whether something was left out, so that it is one page.
    public var isShortened = false
  }

  /// A document in shorter forms, for what has to fit on one page.
  public struct Shorter {
    /// How many there are, each shorter than the one before.
    public var count: Int
    /// One of them, from 1 to `count`.
    public var sheet: (Int) -> Sheet

    /// Makes them.
    public init(count: Int, sheet: @escaping (Int) -> Sheet) {
      (self.count, self.sheet) = (count, sheet)
    }
  }

  /// The document.
  ///
  /// - Parameters:
  ///   - shorter: What it may be instead where it takes more than one page: the first of them that fits.
  ///   - now: When it is made.
  /// - Throws: ``PaperError`` when pangocairo cannot be opened or fails.
  public static func bytes(
    _ sheet: Sheet, shorter: Shorter? = nil, paper: Paper, now: Moment
  ) throws(PaperError) -> Made {
    let pen = try Pen(
      width: paper.width, height: paper.height, title: Harmless.line(sheet.name),
      made: now.description)
    let layout = Pages(pen: pen, height: paper.height - 2 * margin)
    /// It in one size; nil where that takes more pages than `most`.
    func laid(_ sheet: Sheet, _ size: Double, most: Int = .max) -> [[Placed]]? {
      let pieces = SheetPieces(pen: pen, width: paper.width - 2 * margin, size: size).pieces(sheet)
      return layout.pages(pieces, most: most)
    }
    var sheet = sheet
    var isShortened = false
    var found = laid(sheet, smallest, most: shorter.map { $0.count > 0 ? 1 : .max } ?? .max)
    if found == nil, let shorter {
      // Each is shorter than the one before, so that halving finds the longest that fits.
      var (long, short) = (0, shorter.count + 1)
      while short - long > 1 {
        let middle = (long + short) / 2
        let tried = shorter.sheet(middle)
        if let pages = laid(tried, smallest, most: 1) {
          (short, sheet, found, isShortened) = (middle, tried, pages, true)
        } else {
          long = middle
        }
      }
    }
    var pages = found ?? laid(sheet, smallest) ?? []
    // The largest letters with which it takes no more pages than with the smallest: mostly the largest of all,
    // else a size between one that fits and one that doesn't.
    let most = pages.count > 4 ? Int.max : pages.count
    var (fits, large) = (0, Int((largest - smallest) / step))
    var tried = large
    while tried > fits {
      if let larger = laid(sheet, smallest + Double(tried) * step, most: most) {
        (pages, fits) = (larger, tried)
      } else {
        large = tried
      }
      tried = (fits + large) / 2
    }
    for (n, page) in pages.enumerated() {
      if n > 0 { pen.nextPage() }
      for it in page { it.piece.draw(pen, x: margin, y: margin + it.y) }
      if pages.count > 1 {
        let style = Pen.Style(size: smallest, color: Ink.dim)
        let text = "\(n + 1) of \(pages.count)"
        let width = pen.width(text, style) + 1
        pen.tagged("P") {
          pen.text(
            text, x: paper.width - margin - width, y: paper.height - margin * 0.75, width: width,
            style)
        }
      }
    }
    let unknown = pen.unknown == 0 ? [] : SheetPDF.unknown(in: sheet, pen)
    return Made(
      bytes: PDFLanguage.added("en", to: try pen.finish()), pages: pages.count, unknown: unknown,
      isShortened: isShortened)
  }
}

extension SheetPDF {
  /// The letters of a sheet that have no font, in their order, each once.
  private static func unknown(in sheet: Sheet, _ pen: Pen) -> [Character] {
    var seen: Set<Character> = []
    var found: [Character] = []
    for text in sheet.words {
      for letter in Harmless.shown(text) where seen.insert(letter).inserted {
        if !letter.isWhitespace, pen.isUnknown(letter) { found.append(letter) }
      }
    }
    return found
  }
}

/// A piece in its place on a page.
struct Placed {
  var piece: Piece
  var y: Double
}

/// Breaks pieces into pages.
struct Pages {
  let pen: Pen
  let height: Double

  /// The pages; nil as soon as there would be more of them than `most`.
  func pages(_ pieces: [Piece], most: Int = .max) -> [[Placed]]? {
    var pages: [[Placed]] = [[]]
    var y = 0.0
    func turn() {
      pages.append([])
      y = 0
    }
    var rest = pieces[...]
    while var piece = rest.popFirst() {
      if pages.count > most { return nil }
      let above = pages[pages.count - 1].isEmpty ? 0 : piece.above
      let tall = piece.height(pen)
      // A heading alone at the foot of a page leads nowhere.
      var need = above + tall
      if piece.staysWithNext {
        var next = rest.startIndex
        while next < rest.endIndex {
          let it = rest[next]
          need += it.above + min(it.height(pen), it.lineHeight(pen) * 2)
          if !it.staysWithNext { break }
          next += 1
        }
      }
      if y + need <= height || y == 0 && tall <= height {
        pages[pages.count - 1].append(Placed(piece: piece, y: y + above))
        y += above + tall
        continue
      }
      let room = height - y - above
      let line = piece.lineHeight(pen)
      // What has room for a few of its lines is broken; what fits on a page of its own is not for less.
      if !piece.staysWithNext, piece.cells.allSatisfy({ $0.drop == 0 }),
        tall > height || tall > line * 4,
        room >= line * 2
      {
        let parts = piece.split(pen, height: room)
        if !parts.rest.cells.isEmpty {
          pages[pages.count - 1].append(Placed(piece: parts.first, y: y + above))
          rest.insert(parts.rest, at: rest.startIndex)
          turn()
          continue
        }
      }
      if pages[pages.count - 1].isEmpty {
        // Nothing more can be done for it.
        pages[pages.count - 1].append(Placed(piece: piece, y: 0))
        y = tall
        continue
      }
      turn()
      piece.above = 0
      rest.insert(piece, at: rest.startIndex)
    }
    return pages.filter { !$0.isEmpty }
  }
}

extension Piece {
  /// The height of a line of its largest text.
  func lineHeight(_ pen: Pen) -> Double {
    cells.map { pen.height("A", 1000, $0.style) }.max() ?? least
  }
}
