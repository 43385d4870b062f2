import DebriefModel
import TUI

/// The versions of the résumé, what their first lines show, and what became of each (A96, A99).
struct ResumesOverlay: Equatable, Sendable {
  var list = ListState()
}

extension App {
  /// How many versions are read.
  public static let resumeLimit = 40

  /// The version the commands work on.
  var selectedResume: ResumeRecord? {
    guard case .resumes(let overlay)? = overlays.last, let resumes, !resumes.isEmpty else {
      return nil
    }
    return resumes[min(overlay.list.selection, resumes.count - 1)]
  }

  /// Reads the versions where they are shown, or named in a form; once, until something changes.
  func wantedResumes() -> [Effect] {
    guard resumes == nil else { return [] }
    let isWanted = overlays.contains {
      switch $0 {
      case .resumes: true
      case .form(let form): form.purpose.kind.readsResumes
      default: false
      }
    }
    return isWanted ? [.loadResumes] : []
  }

  /// Takes the versions; the form of an application names them under its field.
  mutating func take(_ records: [ResumeRecord]) {
    resumes = records
    let names = records.map(\.name).filter { !$0.isEmpty }.prefix(4).joined(separator: "; ")
    guard !names.isEmpty, case .form(var overlay)? = overlays.last,
      overlay.purpose.kind is ApplicationForm
    else { return }
    overlay.form.setHint("resume", "on file: \(names)")
    overlays[overlays.count - 1] = .form(overlay)
  }

  mutating func performResumes(_ action: Action) -> [Effect] {
    switch action {
    case .resumes: overlays.append(.resumes(ResumesOverlay()))
    case .resumeAdd: open(.resume(nil, name: ""))
    case .resumeEdit:
      guard let it = selectedResume else { return [] }
      open(.resume(it.resume?.id, name: it.name))
    case .resumeDelete:
      guard let it = selectedResume?.resume else { return [] }
      notice = Notice(text: "Deleted; {undo} brings it back. Applications keep its name.")
      return [.apply(Change("delete a version of the résumé", [.delete(.resume(it))]))]
    default: break
    }
    return []
  }

  /// Why a command of the versions cannot be used now.
  func whyNoResume(_ action: Action) -> String? {
    switch action {
    case .resumeEdit:
      selectedResume == nil ? "There is no version yet; {resume.add} adds one." : nil
    case .resumeDelete:
      selectedResume?.resume == nil ? "Only applications name it; there is nothing to delete." : nil
    default: nil
    }
  }

  func drawResumes(_ it: ResumesOverlay, _ canvas: Canvas) {
    let inside = overlayRoom("Versions of your résumé", canvas)
    let records = resumes ?? []
    if records.isEmpty {
      let text =
        resumes == nil
        ? "Reading …"
        : "No version yet. a describes one; applications name the version they were sent with."
      inside.paragraph(
        text, x: 0, y: 0, width: inside.width, maxRows: inside.height, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let selected = min(it.list.selection, records.count - 1)
    let cursor = inside.blocks(count: records.count, selected: selected, focused: true) { i in
      App.rows(records[i], open: i == selected, width: inside.width)
    }
    if let cursor { inside.cursor(x: 0, y: cursor, visible: false) }
  }

  private static func rows(_ it: ResumeRecord, open: Bool, width: Int) -> [StyledLine] {
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
      add(" ", "named by applications only; e describes it", Ink(.warning))
      return rows
    }
    add(" ", resume.reason.isEmpty ? "" : "because: \(resume.reason)", .dim)
    for line in resume.top { add("|", line, .body, most: 1) }
    for (skill, isShown) in resume.shown {
      add(
        isShown ? "+" : "-", isShown ? skill : "\(skill): not in its first three lines",
        Ink(isShown ? .strength : .weakness))
    }
    return rows
  }
}
