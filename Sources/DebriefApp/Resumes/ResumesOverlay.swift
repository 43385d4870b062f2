import DebriefModel
import TUI

/// The versions of the résumé, what their first lines show, and what became of each (A96, A99).
struct ResumesOverlay: ListPlace {
  var list = ListState()

  /// How many versions are read.
  static let limit = 40

  static let scope = Scope.resumes

  static let commands: [Command] = [
    command(
      "resume.edit", ["e", "enter"], "Edit", footer: "edit",
      why: { it, desk in
        it.record(desk) == nil ? "There are no versions yet. {resume.add} adds one." : nil
      },
      does: { it, desk in
        it.record(desk).map { [.form(.resume($0.resume?.id, name: $0.name))] } ?? []
      }),
    command("resume.add", ["a"], "Add a version", footer: "add") { _, _ in
      [.form(.resume(nil, name: ""))]
    },
    command(
      "resume.delete", ["d"], "Delete", footer: "delete",
      why: { it, desk in
        it.record(desk)?.resume == nil
          ? "Only your applications mention it, so there's nothing to delete." : nil
      },
      does: { it, desk in
        guard let resume = it.record(desk)?.resume else { return [] }
        return [
          .notice("Deleted. {undo} brings it back. Your applications keep its name."),
          .effect(.apply(Change("résumé version deleted", [.delete(.resume(resume))]))),
        ]
      }),
  ]

  private func record(_ desk: Desk) -> ResumeRecord? {
    selection(desk).flatMap { desk.resumes.value?[$0] }
  }

  func count(_ desk: Desk) -> Int { desk.resumes.value?.count ?? 0 }

  func bar(_ desk: Desk) -> Bar? { record(desk).map { Bar($0.name, $0.resume?.hashValue) } }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.resumes.value?.firstIndex { $0.name == thing }
  }

  mutating func wants(_ desk: inout Desk) -> [Effect] {
    desk.resumes.asks() ? [.loadResumes] : []
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let inside = canvas.boxed("Versions of your résumé")
    let records = desk.resumes.value ?? []
    if records.isEmpty {
      let text =
        desk.resumes.value == nil
        ? "Reading …"
        : desk.named(
          "No versions yet. {resume.add} adds one. Each application can then say which version "
            + "you sent.")
      inside.paragraph(
        text, x: 0, y: 0, width: inside.width, maxRows: inside.height, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let selected = min(list.selection, records.count - 1)
    let cursor = inside.blocks(count: records.count, selected: selected, focused: true) { i in
      ResumesOverlay.rows(records[i], desk, open: i == selected, width: inside.width)
    }
    if let cursor { inside.cursor(x: 0, y: cursor, visible: false) }
  }

  private static func rows(_ it: ResumeRecord, _ desk: Desk, open: Bool, width: Int) -> [StyledLine]
  {
    let counts = it.counts
    let room = width - TextWidth.columns(counts) - 2
    var rows: [StyledLine]
    if room >= 16 {
      rows = [
        StyledLine([
          .init(TextWidth.pad(it.name, to: room) + "  ", Ink(.body, .bold)), .init(counts, .dim),
        ])
      ]
    } else {
      rows = [StyledLine(it.name, Ink(.body, .bold)), StyledLine("  " + counts, .dim)]
    }
    guard open else { return rows }
    func add(_ mark: String, _ text: String, _ ink: Ink, most: Int = 2) {
      guard !text.isEmpty else { return }
      for (i, line) in TextWidth.wrap(text, width: max(4, width - 4)).prefix(most).enumerated() {
        rows.append(StyledLine([.init(i == 0 ? "  \(mark) " : "    ", ink), .init(line, ink)]))
      }
    }
    add(" ", it.shareWords, .dim)
    guard let resume = it.resume else {
      add(
        " ", desk.named("only mentioned in applications; {resume.edit} adds details"), Ink(.warning)
      )
      return rows
    }
    add(" ", resume.reason.isEmpty ? "" : "because: \(resume.reason)", .dim)
    for line in resume.top { add("|", line, .body, most: 1) }
    for (skill, isShown) in resume.shown {
      add(
        isShown ? "+" : "-", isShown ? skill : "\(skill): not in the first three lines",
        Ink(isShown ? .strength : .weakness))
    }
    return rows
  }
}

extension Scope {
  static let resumes = list("resumes", "Versions of your résumé")
}
