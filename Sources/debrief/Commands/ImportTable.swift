import CTerminal
import DebriefImport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// Brings in a table of applications.
struct ImportTable {
  let source: ByteSource
  let session: Session
  /// What the command line says about the table.
  let asked: TableImport.Options
  /// How many sentences are shown.
  let shown: Int

  /// So many rows that are left out are named.
  private static let mostFaults = 100
  /// So many cells that differ from what is on file are named.
  private static let mostDifferences = 40

  /// What it would do to a store.
  func plan(_ store: Store) throws -> ImportPlan {
    let content = session.library.importWords()
    for fault in content.faults { complain(fault.description) }
    let progress = ProgressLine("Reading \(source.name)", total: source.size * 3)
    let table = try open(progress.watching(source), content.words)
    var file = try store.onFile()
    var held: Set<ID> = []
    var plan = ImportPlan { _ in }
    var (rows, known, faults, added, different) = (0, 0, 0, 0, 0)
    var fills = Fills()
    var dated = DatedFacts(zone: session.clock.zone)
    try table.rows(&file) { row in
      rows += 1
      if let fault = row.fault {
        faults += 1
        if faults <= ImportTable.mostFaults {
          plan.remarks.append("line \(row.line) is left out: \(fault)")
        }
      }
      for it in row.differences {
        different += 1
        if different <= ImportTable.mostDifferences {
          plan.remarks.append("line \(row.line): \(it.sentence)")
        }
      }
      row.fills.forEach { fills.add($0) }
      if row.fault != nil { return }
      if row.entities.isEmpty, row.fills.isEmpty {
        known += 1
      } else {
        added += 1
        row.entities.forEach { dated.add($0) }
        if plan.sentences.count < shown {
          plan.sentences.append(row.sentence)
        } else {
          plan.unsaid += 1
        }
      }
    }
    progress.clear()
    var head = table.remarks.filter { !$0.isEmpty }
    head.insert("columns: \(table.shape.mapping)", at: 0)
    let kept = table.shape.kept
    if !kept.isEmpty { head.insert("kept in the notes: \(kept.joined(separator: ", "))", at: 1) }
    if faults > ImportTable.mostFaults {
      plan.remarks.append("\(faults - ImportTable.mostFaults) more lines are left out")
    }
    if different > 0 {
      let more = different - ImportTable.mostDifferences
      plan.remarks.append(
        (more > 0 ? "\(more) more differ; " : "")
          + "what differs stays as you have it. Importing the file on the screen offers to change it."
      )
    }
    plan.remarks = head + plan.remarks
    plan.summary.append(ImportTable.count(rows, added: added, known: known, faults: faults))
    let doubts = dated.doubts(now: session.now)
    plan.summary += doubts.prefix(10)
    if doubts.count > 10 { plan.summary.append("\(doubts.count - 10) more dates look wrong") }
    held = file.asked
    plan.apply = { store in try apply(table, store, held, fills, progress) }
    return plan
  }

  private static func count(_ rows: Int, added: Int, known: Int, faults: Int) -> String {
    var parts = ["\(rows == 1 ? "1 row" : "\(rows) rows") read"]
    if added > 0 { parts.append("\(added) to add") }
    if known > 0 { parts.append("\(known) already here") }
    if faults > 0 { parts.append("\(faults) left out") }
    return parts.joined(separator: ", ")
  }

  /// Opens the table with what the command line says, or else what was said the last time.
  private func open(_ source: ByteSource, _ words: ImportWords) throws -> TableImport {
    let memory = TableMemory(session.paths)
    var options = asked
    if asked.map.isEmpty || asked.dates == nil,
      let key = try? TableImport.key(source, words: words, map: asked.map),
      let before = memory.options(key)
    {
      if asked.map.isEmpty { options.map = before.map }
      if asked.dates == nil { options.dates = before.dates }
    }
    while true {
      do {
        let table = try TableImport(source, words: words, options: options, now: session.now)
        if !options.map.isEmpty || options.dates != nil {
          memory.remember(table.shape.key, options)
        }
        return table
      } catch let fault as ImportFault where fault.kind == .dates {
        guard source.name != "Stdin", isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
          throw fault
        }
        complain(fault.description)
        let answer = ImportPlan.asked("Which comes first, the day or the month? d or m: ")
          .lowercased()
        guard let first = answer.first, "dm".contains(first) else { throw fault }
        options.dates = first == "d" ? .dmy : .mdy
      }
    }
  }

  private func apply(
    _ table: TableImport, _ store: Store, _ held: Set<ID>, _ fills: Fills,
    _ progress: ProgressLine
  ) throws {
    // Inside of the transaction nothing else can be asked: what is there was found out before.
    var file = try store.onFile(holding: held)
    progress.restart("Importing", total: source.size)
    defer { progress.clear() }
    let report = try store.intake(
      at: session.now, isCancelled: { dt_asked_to_end() != 0 }, finishing: progress.finishing
    ) { take in
      try table.rows(&file) { row in
        for entity in row.entities { try take(Store.Arrival(entity)) }
      }
      for it in fills.all { try take(Store.Arrival(it.next, replacing: it.old)) }
    }
    progress.clear()
    ImportCommand.report(report, dryRun: false)
  }
}

/// What a table fills in of what is on file: for each thing what it was at first, and what it becomes.
private struct Fills {
  private(set) var all: [(old: Entity, next: Entity)] = []
  private var places: [ID: Int] = [:]

  mutating func add(_ operation: Change.Operation) {
    guard case .update(let old, let next) = operation else { return }
    if let place = places[next.id] {
      all[place].next = next
    } else {
      places[next.id] = all.count
      all.append((old, next))
    }
  }
}
