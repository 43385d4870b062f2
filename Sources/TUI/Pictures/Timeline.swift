/// A strip of labelled marks in their order; the time from one to the next is told by the length of the
/// line between them, and by its number.
///
///     ●── 9 d ───●──── 13 d ─────●── 3 d ───○
///     Applied    Interview       No         Feedback
///     3 Nov      12 Nov          25 Nov
///
/// Where that has no room it is a list, a row each; where there is one row, the last marks stand in it.
public struct Timeline: Picture {
  /// How far a mark is.
  public enum State: Hashable, Sendable {
    /// It was.
    case past
    /// It is where things stand.
    case now
    /// It is still to come.
    case ahead
  }

  /// One mark.
  public struct Mark: Hashable, Sendable {
    /// What it is.
    public var label: String
    /// A word below it, such as its date; empty for none.
    public var note: String
    /// How far it is.
    public var state: State
    /// The time since the mark before, 0 or more; nil where it is not known. That of the first says
    /// nothing.
    public var since: Int?

    /// Makes a mark; a negative time becomes 0.
    public init(_ label: String, note: String = "", _ state: State = .past, since: Int? = nil) {
      self.label = label
      self.note = note
      self.state = state
      self.since = since.map { max(0, $0) }
    }
  }

  /// The marks, from the left.
  public var marks: [Mark]
  /// What follows the number of a time: ` d`, ` days`.
  public var unit: String

  /// Makes a strip of marks.
  public init(_ marks: [Mark], unit: String = " d") {
    self.marks = marks
    self.unit = unit
  }

  /// The number on the line that leads to a mark.
  private func time(to i: Int) -> String {
    guard i > 0, i < marks.count, let since = marks[i].since else { return "" }
    return "\(since)\(unit)"
  }

  /// The columns from each mark to the next, and of the last one; nil when they have no room. They are
  /// in proportion to the times, except where the words need more.
  private func segments(_ width: Int) -> [Int]? {
    var needs: [Int] = []
    for i in marks.indices {
      let words = max(TextWidth.columns(marks[i].label), TextWidth.columns(marks[i].note), 1)
      let time = TextWidth.columns(time(to: i + 1))
      let isLast = i == marks.count - 1
      needs.append(isLast ? words : max(words + 2, time > 0 ? time + 7 : 4))
    }
    guard let last = needs.popLast(), needs.reduce(last, +) <= width else { return nil }
    // Beyond this the strip would be mostly line.
    var room = min(width - last, max(needs.reduce(0, +), needs.count * 24))
    let known = marks.dropFirst().allSatisfy { $0.since != nil }
    var weights = marks.dropFirst().map { known ? $0.since ?? 0 : 1 }
    var parts = needs
    for i in weights.indices where weights[i] == 0 { room -= needs[i] }
    // Whoever needs more than its share has what it needs, and the others divide what is left.
    while true {
      let shares = Shares.split(room, among: weights)
      let short = weights.indices.filter { weights[$0] > 0 && shares[$0] < needs[$0] }
      if short.isEmpty {
        for i in weights.indices where weights[i] > 0 { parts[i] = shares[i] }
        break
      }
      for i in short {
        room -= needs[i]
        weights[i] = 0
      }
    }
    return parts + [last]
  }

  private var hasNotes: Bool { marks.contains { !$0.note.isEmpty } }

  /// The rows of a strip: the marks, their labels, and their notes if there are any.
  private var stripRows: Int { hasNotes ? 3 : 2 }

  /// Three rows for a strip, two without notes; for a list a row each.
  public func rows(width: Int) -> Int {
    guard !marks.isEmpty, width > 0 else { return 0 }
    return segments(width) != nil ? stripRows : width >= 3 ? marks.count : 0
  }

  /// Draws it, and returns the rows it took.
  public func draw(on canvas: Canvas) -> Int {
    guard !marks.isEmpty, canvas.width >= 3 || segments(canvas.width) != nil else { return 0 }
    if let segments = segments(canvas.width), canvas.height >= stripRows {
      strip(segments, on: canvas)
      return stripRows
    }
    if canvas.height == 1, marks.count > 1 { return drawInOneRow(on: canvas) }
    return canvas.pictureRows(marks.count, from: 0) { i, y in
      mark(i, on: canvas, x: 0, y: y)
      let x = 2 + canvas.text(marks[i].label, x: 2, y: y)
      let beside = [marks[i].note, time(to: i).isEmpty ? "" : "+\(time(to: i))"]
        .filter { !$0.isEmpty }.joined(separator: "  ")
      // A date or a time is whole or not there.
      if x + 2 + TextWidth.columns(beside) <= canvas.width {
        canvas.text(beside, x: x + 2, y: y, ink: .dim)
      }
    }
  }

  private func strip(_ segments: [Int], on canvas: Canvas) {
    var x = 0
    for i in marks.indices {
      if i < marks.count - 1 {
        let line = Ink(marks[i + 1].state == .ahead ? .barEmpty : .border)
        canvas.run(of: "─", plain: "-", x: x + 1, y: 0, count: segments[i] - 1, ink: line)
        let time = time(to: i + 1)
        if !time.isEmpty {
          let wide = TextWidth.columns(time) + 2
          canvas.text(" \(time) ", x: x + 1 + (segments[i] - 1 - wide) / 2, y: 0, ink: .dim)
        }
      }
      mark(i, on: canvas, x: x, y: 0)
      canvas.text(marks[i].label, x: x, y: 1, ink: ink(i))
      canvas.text(marks[i].note, x: x, y: 2, ink: .dim)
      x += segments[i]
    }
  }

  /// The last marks that fit, and how many there were before them.
  private func drawInOneRow(on canvas: Canvas) -> Int {
    let wide = marks.map { 2 + TextWidth.columns($0.label) }
    let link = 4
    func before(_ first: Int) -> Int { first == 0 ? 0 : "+\(first)".utf8.count + link }
    var first = marks.count - 1
    var used = wide[first]
    while first > 0, used + link + wide[first - 1] + before(first - 1) <= canvas.width {
      first -= 1
      used += link + wide[first]
    }
    var x = 0
    if first > 0, before(first) + 3 <= canvas.width {
      x = canvas.text("+\(first)", x: 0, y: 0, ink: .dim)
      canvas.run(of: "─", plain: "-", x: x + 1, y: 0, count: 2, ink: Ink(.border))
      x += link
    }
    for i in first..<marks.count {
      mark(i, on: canvas, x: x, y: 0)
      x += 2 + canvas.text(marks[i].label, x: x + 2, y: 0, ink: ink(i))
      if i < marks.count - 1 {
        canvas.run(of: "─", plain: "-", x: x + 1, y: 0, count: 2, ink: Ink(.border))
        x += link
      }
    }
    return 1
  }

  private func ink(_ i: Int) -> Ink {
    switch marks[i].state {
    case .past: .body
    case .now: Ink(.accent)
    case .ahead: .dim
    }
  }

  private func mark(_ i: Int, on canvas: Canvas, x: Int, y: Int) {
    switch marks[i].state {
    case .past: canvas.run(of: "●", plain: "*", x: x, y: y, count: 1, ink: Ink(.barFull))
    case .now: canvas.run(of: "◐", plain: "@", x: x, y: y, count: 1, ink: Ink(.accent))
    case .ahead: canvas.run(of: "○", plain: "o", x: x, y: y, count: 1, ink: .dim)
    }
  }
}
