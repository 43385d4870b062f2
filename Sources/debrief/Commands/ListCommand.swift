import ArgumentParser
import CTerminal
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc
import TUI

/// `debrief list`: all applications, latest activity first: one short row each from the shelf, and for
/// JSON the facts, read window by window.
struct ListCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List all applications, latest first.")

  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var options: StoreOptions

  private static let window = 256
  /// Room for `10/14, 8 min`.
  private static let progressWidth = 12
  private static let layout = ColumnLayout([
    Column(title: "id", width: .fixed(6)),
    Column(title: "company", width: .flexible(min: 8, share: 2)),
    Column(title: "role", width: .flexible(min: 8, share: 3)),
    Column(title: "reached", width: .fixed(12)),
    Column(title: "outcome", width: .fixed(14)),
    Column(title: "debrief", width: .fixed(progressWidth)),
  ])

  private struct Row: Encodable {
    let application: Application
    let debrief: Debrief?
    let status: StatusRecord
  }

  func run() throws {
    try options.reading { session, store in
      let now = session.now
      if json { return try document(store, now) }
      let width = ListCommand.width()
      let widths = ListCommand.layout.frames(width: width).map { $0?.width }
      var lines = LineBuffer()
      if Output.isTerminal {
        for (column, width) in zip(ListCommand.layout.columns, widths) {
          Self.put(column.title, width, &lines)
        }
        try lines.end()
      }
      var total = 0
      let paces = try store.paces()
      try store.eachGlance { glance in
        total += 1
        try Self.put(glance, paces[glance.id], now, widths, &lines)
      }
      try lines.flush()
      if total == 0 { complain("nothing here yet; start with: debrief add COMPANY ROLE") }
    }
  }

  /// One document, row after row, so that memory stays flat.
  private func document(_ store: Store, _ now: Moment) throws {
    try Output.document("{\n  \"applications\": [")
    var isFirst = true
    try each(store) { rows in
      var text = ""
      for facts in rows {
        let row = Row(
          application: facts.application, debrief: facts.debrief,
          status: StatusRecord(facts.status(now: now)))
        text += (isFirst ? "\n    " : ",\n    ") + (try JSONText.encode(row, indent: 4))
        isFirst = false
      }
      try Output.document(text)
    }
    try Output.document("\(isFirst ? "" : "\n  ")],\n  \"version\": 1\n}\n")
  }

  /// Gives all rows, a window at a time; returns how many there were.
  @discardableResult
  private func each(_ store: Store, _ body: ([Facts]) throws -> Void) throws -> Int {
    var place = Shelf.Request.Place.top
    var count = 0
    while true {
      let shelf = try store.shelf(.init(place, count: ListCommand.window))
      try body(shelf.rows)
      count += shelf.rows.count
      guard !shelf.atBottom, let last = shelf.rows.last else { return count }
      place = .after(last.key)
    }
  }

  private static func put(
    _ glance: Glance, _ pace: Store.Pace?, _ now: Moment, _ widths: [Int?],
    _ lines: inout LineBuffer
  ) throws {
    let status = glance.status(now: now)
    let progress = glance.ledger.progress.map { it in
      switch it.standing {
      case .open: pace.map { Self.progress($0, status) } ?? "started"
      case .resting: "paused"
      case .replied: "reply"
      case .closed: "done"
      }
    }
    put(glance.id.short, widths[0], &lines)
    put(glance.company, widths[1], &lines)
    put(glance.role, widths[2], &lines)
    put(status.stage.label, widths[3], &lines)
    put(status.outcome.label(today: now.day), widths[4], &lines)
    put(progress ?? "·", widths[5], &lines)
    try lines.end()
  }

  /// How far a debrief that is gone through is, and how many minutes it still takes, as Home says it.
  private static func progress(_ pace: Store.Pace, _ status: Status) -> String {
    let debrief = pace.debrief.fitted(to: status)
    return TimeLeft.progress(
      done: debrief.done, total: debrief.total, minutes: debrief.minutesLeft(pace.answered), of: "/"
    ) { $0.utf8.count <= progressWidth }
  }

  private static func put(_ cell: String, _ width: Int?, _ lines: inout LineBuffer) {
    guard let width else { return }
    lines.cell(cell, width: width)
    lines.blanks(ColumnLayout.gap)
  }

  /// The columns of the terminal, if stdout is one.
  static func width() -> Int {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard dt_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0 else {
      return Output.columns
    }
    return max(40, Int(columns))
  }
}
