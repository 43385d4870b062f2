import DebriefModel

/// A picture of numbers that stand beside it in words: hidden from whoever hears the page read aloud. Colors
/// and widths of lines are classes of ``SheetStyle``, so that the page's policy needs no style of its own.
private func svg(_ width: Double, _ height: Double, _ inside: String) -> String {
  "<svg aria-hidden=\"true\" width=\"\(short(width))\" height=\"\(short(height))\" "
    + "viewBox=\"0 0 \(short(width)) \(short(height))\">\(inside)</svg>"
}

/// A number with at most one decimal.
private func short(_ value: Double) -> String { Months.decimal(value) }

private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ name: String)
  -> String
{
  "<rect class=\"\(name)\" x=\"\(short(x))\" y=\"\(short(y))\" width=\"\(short(width))\" "
    + "height=\"\(short(height))\" rx=\"1\"/>"
}

/// An importance from 1 to 5 as a bar of five steps.
struct WeightPicture {
  let weight: Int

  init(_ weight: Int) { self.weight = min(max(0, weight), Page.mostStars) }

  var svg: String {
    let steps = (0..<Page.mostStars).map {
      box(Double($0) * 6, 2, 5, 7, $0 < weight ? "full" : "empty")
    }
    return DebriefExport.svg(Double(Page.mostStars) * 6, 11, steps.joined())
  }
}

/// A number of a whole as a bar.
struct MeterPicture {
  static let width = 90.0
  let meter: Sheet.Meter

  init(_ meter: Sheet.Meter) { self.meter = meter }

  var svg: String {
    let width = MeterPicture.width
    if meter.isStepped {
      let step = width / Double(meter.of)
      let steps = (0..<meter.of).map {
        box(Double($0) * step, 2, step - 2, 8, $0 < meter.value ? "full" : "empty")
      }
      return DebriefExport.svg(width, 12, steps.joined())
    }
    let full = width * Double(meter.value) / Double(meter.of)
    return DebriefExport.svg(
      width, 12,
      box(0, 2, width, 8, "empty") + (meter.value > 0 ? box(0, 2, max(1, full), 8, "full") : ""))
  }
}

/// What happened as points on a line, each with its name below and the days since the last one above. Where
/// they would be too close for their names, they go on in the next row.
struct StripPicture {
  private static let width = 680.0
  private static let row = 44.0
  private static let perRow = 6
  let strip: [Milestone]

  init(_ strip: [Milestone]) { self.strip = strip }

  /// The picture, with its words: they are the text of the page here, so this one is read aloud.
  var svg: String {
    let (width, height) = (StripPicture.width, StripPicture.row)
    let rows = max(1, (strip.count + StripPicture.perRow - 1) / StripPicture.perRow)
    // Rows of about the same length.
    let each = max(1, (strip.count + rows - 1) / rows)
    let gap = width / Double(max(2, each))
    var inside = ""
    for (i, it) in strip.enumerated() {
      let x = gap * (Double(i % each) + 0.5)
      let y = height * Double(i / each) + 22
      if let days = Milestone.between(strip, i) {
        let from = i % each == 0 ? x - gap / 2 : x - gap
        inside +=
          "<line class=\"line\" x1=\"\(short(from + 6))\" y1=\"\(short(y))\" x2=\"\(short(x - 6))\" "
          + "y2=\"\(short(y))\"/>"
        inside += label(days, i % each == 0 ? x - gap / 4 : x - gap / 2, y - 6, "dim")
      }
      inside +=
        "<circle class=\"\(it.state == .past ? "full" : "ahead")\" cx=\"\(short(x))\" "
        + "cy=\"\(short(y))\" r=\"4\"/>"
      inside += label(it.label, x, y + 17, "name")
    }
    let (w, h) = (short(width), short(height * Double(rows)))
    return "<svg class=\"strip\" role=\"img\" aria-label=\"\(HTMLText.escaped(spoken))\" "
      + "viewBox=\"0 0 \(w) \(h)\">\(inside)</svg>"
  }

  private var spoken: String {
    strip.indices.map { i in
      strip[i].label + (Milestone.between(strip, i).map { " (\($0) later)" } ?? "")
    }.joined(separator: ", ")
  }

  private func label(_ text: String, _ x: Double, _ y: Double, _ name: String) -> String {
    "<text class=\"\(name)\" x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"middle\">"
      + "\(HTMLText.escaped(text))</text>"
  }
}

/// A QR code, dark on light in any surroundings, with the light margin that a reader needs.
struct CodePicture {
  private static let margin = 4
  let code: QRCode

  var svg: String {
    let side = code.size + 2 * CodePicture.margin
    var path = ""
    for y in 0..<code.size {
      for x in 0..<code.size where code.isDark(x, y) {
        path += "M\(x + CodePicture.margin) \(y + CodePicture.margin)h1v1h-1z"
      }
    }
    return "<svg class=\"code\" role=\"img\" aria-label=\"QR code of this card\" "
      + "viewBox=\"0 0 \(side) \(side)\" shape-rendering=\"crispEdges\">"
      + "<rect fill=\"#fff\" width=\"\(side)\" height=\"\(side)\"/>"
      + "<path fill=\"#000\" d=\"\(path)\"/></svg>"
  }
}
