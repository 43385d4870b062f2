import TestSupport
import Testing

@testable import TUI

/// Pictures of random numbers at random sizes.
@Suite(.timed) struct PicturePropertyTests {
  /// A picture, and the numbers it may print.
  struct Drawn {
    var picture: any Picture
    /// The numbers of its data, as printed.
    var numbers: [String]
    /// Those it may print beside them: the ends of a scale.
    var more: [String] = []
  }

  private static let makers: [@Sendable (inout Seeded, (inout Seeded) -> String) -> Drawn] = [
    { random, label in
      let parts = (0..<count(&random)).map { _ in
        StackedBar.Part(label(&random), whole(&random), role: role(&random))
      }
      return Drawn(picture: StackedBar(parts), numbers: parts.map { "\($0.value)" })
    },
    { random, label in
      let rows = (0..<count(&random)).map { _ in
        Butterfly.Row(label(&random), left: whole(&random), right: whole(&random))
      }
      let titled = Bool.random(using: &random)
      return Drawn(
        picture: Butterfly(
          rows, left: .init(titled ? label(&random) : ""),
          right: .init(titled ? label(&random) : "")),
        numbers: rows.flatMap { ["\($0.left)", "\($0.right)"] })
    },
    { random, _ in
      let points = (0..<count(&random) * 4).map { _ in
        Sparkline.Point(number(&random), mark: ["!", nil, "漢", "+"].randomElement(using: &random)!)
      }
      return Drawn(
        picture: Sparkline(
          points, scale: scale(&random), height: Int.random(in: 0...4, using: &random)),
        numbers: points.map { PictureNumber.text($0.value) })
    },
    { random, label in
      let marks = (0..<count(&random)).map { _ in
        Timeline.Mark(
          label(&random), note: label(&random),
          [.past, .now, .ahead].randomElement(using: &random) ?? .past,
          since: Bool.random(using: &random) ? whole(&random) : nil)
      }
      return Drawn(
        picture: Timeline(marks), numbers: marks.compactMap { $0.since.map { "\($0)" } })
    },
    { random, label in
      let rows = (0..<count(&random)).map { _ in
        Slope.Row(label(&random), before: number(&random), after: number(&random))
      }
      return Drawn(
        picture: Slope(rows, scale: scale(&random)),
        numbers: rows.flatMap { [PictureNumber.text($0.before), PictureNumber.text($0.after)] })
    },
    { random, label in
      let dots = (0..<count(&random)).map { _ in
        DotPlot.Dot(
          label(&random), number(&random), [.yes, .no, .open, nil].randomElement(using: &random)!)
      }
      let scale = scale(&random)
      let ends = PictureScale(scale, of: dots.map(\.value))
      return Drawn(
        picture: DotPlot(dots, scale: scale), numbers: dots.map { PictureNumber.text($0.value) },
        more: [PictureNumber.text(ends.low), PictureNumber.text(ends.high)])
    },
    { random, label in
      let bars = (0..<count(&random)).map { _ in
        Bars.Bar(
          label(&random), whole(&random),
          of: Int.random(in: 0..<3, using: &random) == 0 ? whole(&random) : nil)
      }
      return Drawn(
        picture: Bars(bars),
        numbers: bars.flatMap { ["\($0.value)"] + ($0.total.map { ["\($0)"] } ?? []) })
    },
  ]

  /// Whatever the data, the size and the place: nothing outside, only whole glyphs, the rows that were
  /// promised, and the same picture twice.
  @Test(arguments: makers.indices, UInt64(1)...6) func staysInItsRectangle(
    _ maker: Int, _ seed: UInt64
  ) {
    var random = Seeded(seed: seed &* 977 &+ UInt64(maker))
    for _ in 0..<50 {
      let picture = Self.makers[maker](&random) { nastyText(&$0, pieces: 8) }.picture
      let ascii = Bool.random(using: &random)
      let size = Size(
        Int.random(in: 0...90, using: &random), Int.random(in: 0...12, using: &random))
      let area = Rect(
        x: Int.random(in: -2...8, using: &random), y: Int.random(in: -2...3, using: &random),
        width: Int.random(in: 0...90, using: &random),
        height: Int.random(in: 0...12, using: &random))
      func draw() -> (before: Frame, after: Frame, canvas: Canvas, rows: Int) {
        let surface = Surface(size: size, ascii: ascii)
        surface.canvas.fill(surface.canvas.bounds, ink: Ink(.bar))
        let before = surface.frame
        let canvas = surface.canvas.part(area)
        let rows = canvas.picture(picture)
        return (before, surface.frame, canvas, rows)
      }
      let (before, after, canvas, rows) = draw()
      #expect(hasOnlyWholeGlyphs(after))
      #expect(after == draw().after)
      #expect(rows >= 0 && rows <= canvas.height)
      let wanted = picture.rows(width: canvas.width)
      if canvas.height >= wanted { #expect(rows == wanted || canvas.area.isEmpty) }
      var wrong = 0
      for y in 0..<size.height {
        for x in 0..<size.width {
          let cell = after.cells[y * size.width + x]
          let isInside =
            x >= canvas.area.x && x < canvas.area.maxX && y >= canvas.area.y
            && y < canvas.area.y + rows
          if !isInside, cell != before.cells[y * size.width + x] { wrong += 1 }
          if ascii, cell.base < 0x20 || cell.base >= 0x7f { wrong += 1 }
        }
      }
      #expect(wrong == 0, "\(wrong) cells of \(picture)")
    }
  }

  /// At every size, each number that is printed is one of the data, whole; with room enough all are.
  @Test(arguments: makers.indices, UInt64(1)...6) func printsTheNumbersOfItsData(
    _ maker: Int, _ seed: UInt64
  ) {
    var random = Seeded(seed: seed &* 1009 &+ UInt64(maker))
    for _ in 0..<25 {
      let drawn = Self.makers[maker](&random) { random in
        ["Preparation", "Skills", "", "株 Interview"].randomElement(using: &random) ?? ""
      }
      for ascii in [false, true] {
        for (width, height) in [
          (120, 36),
          (Int.random(in: 1...60, using: &random), Int.random(in: 1...9, using: &random)),
        ] {
          let surface = Surface(size: Size(width, height), ascii: ascii)
          surface.canvas.picture(drawn.picture)
          let seen = Self.printed(surface.frame.text)
          let allowed = Set((drawn.numbers + drawn.more).flatMap(Self.printed))
          #expect(
            seen.isSubset(of: allowed), "\(width)x\(height) \(drawn.picture)\n\(surface.frame.text)"
          )
          if width == 120, !(drawn.picture is Sparkline) {
            // The time before the first mark of a strip says nothing.
            let numbers = drawn.picture is Timeline ? [] : drawn.numbers
            #expect(
              seen.isSuperset(of: numbers.flatMap(Self.printed)),
              "\(drawn.picture)\n\(surface.frame.text)")
          }
        }
      }
    }
  }

  /// The bar is as long as the canvas is wide, and each part is as long as the share of its number.
  @Test(arguments: UInt64(1)...20) func thePartsOfABarFillIt(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<50 {
      let values = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Int.random(in: 0...30, using: &random)
      }
      guard values.contains(where: { $0 > 0 }) else { continue }
      let width = Int.random(in: 12...120, using: &random)
      for (ascii, fills) in [(false, Array("█▓▒░")), (true, Array("#=+:"))] {
        let surface = Surface(size: Size(width, 9), ascii: ascii)
        surface.canvas.picture(StackedBar(values.map { .init("part", $0) }))
        let bar = surface.frame.row(0)
        let columns = values.indices.map { i in bar.count { $0 == fills[i] } }
        #expect(bar.count == width)
        #expect(columns == Shares.split(width, among: values))
        #expect(columns.reduce(0, +) == width)
      }
    }
  }

  /// The runs of digits of a text, with their decimals; those that count what is left out do not
  /// count.
  private static func printed(_ text: String) -> Set<String> {
    var found: Set<String> = []
    for line in text.split(separator: "\n") where !line.hasPrefix("+") {
      for run in line.split(whereSeparator: { !$0.isASCII || !($0.isNumber || $0 == ".") }) {
        let number = run.drop { $0 == "." }
        if number.contains(where: \.isNumber) { found.insert(String(number)) }
      }
    }
    return found
  }

  private static func count(_ random: inout Seeded) -> Int { .random(in: 0...7, using: &random) }

  private static func whole(_ random: inout Seeded) -> Int {
    let most = [0, 3, 20, 1000, Int.max].randomElement(using: &random) ?? 0
    return Int.random(in: min(0, -most / 8)...most, using: &random)
  }

  private static func number(_ random: inout Seeded) -> Double? {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: nil
    case 1: [.nan, .infinity, 1e300, -1e12, 1e12].randomElement(using: &random) ?? nil
    case 2: Double.random(in: -50...50, using: &random)
    default: Double(Int.random(in: 0...100, using: &random))
    }
  }

  private static func scale(_ random: inout Seeded) -> ClosedRange<Double>? {
    [nil, 0...100, 1...5, -.infinity...0, 3...3].randomElement(using: &random) ?? nil
  }

  private static func role(_ random: inout Seeded) -> Role {
    Role.allCases.randomElement(using: &random) ?? .body
  }
}
