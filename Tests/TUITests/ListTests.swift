import TestSupport
import Testing

@testable import TUI

@Suite(.timed) struct ListTests {
  @Test(arguments: UInt64(1)...20)
  func theSelectionIsAlwaysValidAndInView(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let pool = try keys(
      "j k <up> <down> <pageup> <pagedown> <ctrl+d> <ctrl+u> g G <home> <end>")
    var list = ListState()
    for _ in 0..<500 {
      let count = Int.random(in: 0...40, using: &random)
      let height = Int.random(in: 0...12, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: list.clamp(count: count, height: height)
      case 1:
        list.select(Int.random(in: -50...50, using: &random), count: count, height: height)
      default:
        let key = try #require(pool.randomElement(using: &random))
        let used = list.handle(key, count: count, height: height)
        #expect(used)
      }
      #expect(count == 0 ? list.selection == 0 : (0..<count).contains(list.selection))
      let visible = list.visible(count: count, height: height)
      #expect(visible.count == min(count, height))
      #expect(visible.lowerBound >= 0 && visible.upperBound <= count)
      if count > 0, height > 0 { #expect(visible.contains(list.selection)) }
    }
  }

  @Test func otherKeysAreLeft() {
    var list = ListState()
    let used = [Key.char("x"), Key(.enter)].map { list.handle($0, count: 3, height: 3) }
    #expect(used == [false, false])
  }

  @Test func columnsShareWhatIsLeft() throws {
    let layout = ColumnLayout([
      Column(title: "company", width: .flexible(min: 10, share: 2)),
      Column(title: "role", width: .flexible(min: 10, share: 1)),
      Column(title: "age", width: .fixed(4), dropBelow: 40),
    ])
    let wide = layout.frames(width: 58).map { $0?.width }
    #expect(wide == [30, 20, 4])
    #expect(layout.frames(width: 58).map { $0?.x } == [0, 32, 54])
    #expect(layout.frames(width: 39).map { $0?.width } == [21, 16, nil])
    #expect(layout.frames(width: 5).map { $0?.width } == [5, nil, nil])
  }

  @Test func columnsStayInside() {
    var random = Seeded(seed: 3)
    for _ in 0..<300 {
      let columns = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        Column(
          width: Bool.random(using: &random)
            ? .fixed(Int.random(in: -1...20, using: &random))
            : .flexible(
              min: Int.random(in: -1...20, using: &random),
              share: Int.random(in: 0...3, using: &random)),
          dropBelow: Bool.random(using: &random) ? Int.random(in: 0...60, using: &random) : nil)
      }
      let width = Int.random(in: 0...80, using: &random)
      var edge = 0
      for case .some(let place) in ColumnLayout(columns).frames(width: width) {
        #expect(place.x >= edge && place.width >= 0 && place.x + place.width <= width)
        edge = place.x + place.width
      }
    }
  }
}

/// What has no room says so.
@Suite(.timed) struct GoesOnTests {
  private let words = "How would you shard a queue that must not lose a single event"

  private func rows(_ size: Size, selected: Int, boxed: Bool) -> [String] {
    drawn(size.width, size.height) { canvas in
      let room = boxed ? canvas.box(title: "List", focused: true) : canvas
      room.blocks(count: 60, selected: selected, focused: true) { i in
        [StyledLine([.init("\(i) ", .dim), .init(words)])]
      }
    }
  }

  @Test(arguments: [Size(30, 8), Size(80, 24), Size(120, 40)])
  func aListThatGoesOnSaysSo(_ size: Size) {
    #expect(rows(size, selected: 0, boxed: true).last?.contains("─ ↓ 1 of 60 ─╯") == true)
    let middle = rows(size, selected: 45, boxed: true)
    #expect(middle.last?.contains("─ ↑↓ 46 of 60 ─╯") == true, "\(middle)")
    #expect(rows(size, selected: 59, boxed: true).last?.contains("─ ↑ 60 of 60 ─╯") == true)
    // Without a border the marks stand at the ends of the last column.
    let bare = rows(size, selected: 45, boxed: false)
    #expect(bare.first?.hasSuffix("↑") == true && bare.last?.hasSuffix("↓") == true, "\(bare)")
  }

  @Test func theSelectedRowIsWhole() {
    let rows = rows(Size(30, 12), selected: 2, boxed: true)
    let text = rows[3...6].joined(separator: " ").filter { $0 != "│" }
      .split(separator: " ").joined(separator: " ")
    #expect(text.contains(words), "\(rows)")
    #expect(rows[1].contains("…") && rows[2].contains("…"))
  }

  @Test func whatIsSeenWholeHasNoMark() {
    let rows = drawn(30, 8) { canvas in
      canvas.box(title: "List", focused: true)
        .blocks(count: 3, selected: 0, focused: true) { StyledLine("row \($0)").wrapped(26) }
    }
    #expect(rows.last == "╰" + String(repeating: "─", count: 28) + "╯")
  }
}
