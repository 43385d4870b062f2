/// Texts that begin at one height, with the shapes beside them: what a page is made of, from top to bottom.
struct Piece {
  /// A text in its place.
  struct Cell {
    var x: Double
    var width: Double
    var text: String
    var style: Pen.Style
    /// What part of the structure it is.
    var tag: String
    /// How far below the top of its piece it begins.
    var drop = 0.0
  }

  /// The texts, in the order in which they are read.
  var cells: [Cell]
  /// The shapes, drawn below the texts.
  var shapes: [Shape] = []
  /// The room above it, which is none at the top of a page.
  var above = 0.0
  /// Whether it stays with what follows, as a heading does.
  var staysWithNext = false
  /// The parts of the structure that begin before it, outermost first.
  var opens: [String] = []
  /// Those that end behind it, innermost first.
  var closes: [String] = []
  /// The part that its cells are in.
  var row: String?
  /// A height it has at least, for its shapes.
  var least = 0.0

  /// How high it is.
  func height(_ pen: Pen) -> Double {
    cells.reduce(least) { max($0, $1.drop + pen.height($1.text, $1.width, $1.style)) }
  }

  /// Itself in two, where the first has room in a height; every text gives what lines have room.
  func split(_ pen: Pen, height: Double) -> (first: Piece, rest: Piece) {
    var (first, rest) = (self, self)
    for (i, cell) in cells.enumerated() {
      let parts =
        pen.height(cell.text, cell.width, cell.style) <= height
        ? (first: cell.text, rest: "")
        : pen.split(cell.text, cell.width, cell.style, height: height)
      first.cells[i].text = parts.first
      rest.cells[i].text = parts.rest
    }
    first.closes = []
    rest.opens = []
    rest.above = 0
    rest.shapes = []
    rest.cells.removeAll { $0.text.isEmpty }
    return (first, rest)
  }

  func draw(_ pen: Pen, x: Double, y: Double) {
    for name in opens { pen.begin(name) }
    for shape in shapes { pen.draw(shape, x: x, y: y) }
    if let row { pen.begin(row) }
    for cell in cells {
      pen.tagged(cell.tag) {
        pen.text(cell.text, x: x + cell.x, y: y + cell.drop, width: cell.width, cell.style)
      }
    }
    if let row { pen.end(row) }
    for name in closes { pen.end(name) }
  }
}
