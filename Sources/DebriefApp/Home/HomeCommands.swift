import DebriefModel
import TUI

extension Scope {
  static let home = screen("home", "Home", taken: Keys.list)
}

extension Home: Place {
  static let scope = Scope.home

  static let commands: [Command] = [
    command(
      "home.open", ["enter"], "Open the next step: preparation, debrief, or summary",
      footer: "open",
      why: { home, desk in
        home.dueEntry(desk)?.kind == .sort ? nil : home.whyNoTarget(desk)
      },
      does: { home, desk in home.open(&desk) }),
    due("home.done", ["x"], "To do: mark it as done", footer: "done", DueWork.done),
    due("home.move", [">"], "To do: move it to another day", footer: "move", DueWork.move),
    due("home.drop", ["X"], "To do: drop it", footer: "drop", DueWork.drop),
    command("home.add", ["a"], "Add an application", footer: "add") { _, _ in
      [.form(.application(nil))]
    },
    onTarget("home.outcome", ["o"], "Record how it ended", footer: "outcome") {
      Home.opens(.outcome($0), of: $0)
    },
    onTarget("home.page", ["p"], "One-page summary", footer: "page") { id in
      [.effect(.loadDossier(id, then: Sequel { $0.showPage() }))]
    },
    command("home.import", ["i"], "Bring in a file: email, calendar, spreadsheet, résumé") { _, _ in
      BringIn.ask()
    },
    command(
      "home.filter", ["/", "f"], "Search your applications", footer: "search"
    ) { home, _ in
      home.section = .list
      return [.open(PromptOverlay.filter(home.filter))]
    },
    match("home.match", ["n"], "Next match of your search", Key(.down)),
    match("home.match.back", ["N"], "Previous match of your search", Key(.up)),
    command(
      "home.sort", ["s"], "Sort by latest change, oldest change, or company",
      why: { home, _ in
        home.total < 2 ? "There's nothing to sort yet." : nil
      },
      does: { home, desk in home.sort(desk).map { .effect($0) } }),
    onTarget("home.edit", ["e"], "Edit the application") { Home.opens(.application($0), of: $0) },
    onTarget("home.delete", ["d"], "Delete the application") { id in
      [.effect(.loadDossier(id, then: Sequel { $0.askToDelete() }))]
    },
    part("home.due", ["tab"], "Go to the next section: coming up, to do, applications", by: 1),
    part("home.due.back", ["shift+tab"], "Go to the previous section", by: -1),
    begins("home.heard", ["1"], "I just heard back") { _ in [.form(.heard)] },
    begins("home.upcoming", ["2"], "I have an interview coming up") { _ in [.form(.upcoming)] },
    command(
      "home.tour", ["3"], "Show me around (60 seconds)",
      why: { _, desk in
        desk.isSpoken
          ? "The tour is only for the full screen. {home.sample} loads sample data to look around in."
          : nil
      },
      does: { home, desk in home.beginTour(&desk) }),
    command(
      "home.sample", ["S"], "Look around with sample data",
      why: { home, _ in
        home.total > 0 ? "Sample data only loads while you have no applications." : nil
      },
      does: { _, _ in [.effect(.loadSample)] }),
  ]

  /// A command that goes to another part.
  private static func part(_ name: String, _ keys: [String], _ title: String, by: Int) -> Command {
    command(
      name, keys, title,
      why: { home, desk in
        desk.due.agenda.isEmpty && home.sections(desk).count == 1
          ? "There's nothing to do right now." : nil
      },
      does: { home, desk in
        // Where there is no room for what is due, it gets the whole screen: no key acts on what is
        // unseen.
        if home.sections(desk).count == 1 { return [.open(AgendaOverlay())] }
        home.cycle(by, desk)
        return []
      })
  }

  /// A command that begins something of one's own.
  private static func begins(
    _ name: String, _ keys: [String], _ title: String,
    _ does: @escaping @Sendable (Home) -> [Request]
  ) -> Command {
    command(
      name, keys, title,
      why: { _, desk in
        desk.tour?.hasSample == true
          ? "The tour uses sample data. {escape} ends it; then you can add your own applications."
          : nil
      },
      does: { home, _ in does(home) })
  }

  /// A search leaves only what matches: the next match is the next row.
  private static func match(
    _ name: String, _ keys: [String], _ title: String, _ way: Key
  ) -> Command {
    command(
      name, keys, title,
      why: { home, _ in
        if home.filter.isEmpty {
          return "No search to repeat yet; {home.filter} starts one."
        }
        return home.total == 0 ? "\"\(home.filter)\" isn't here." : nil
      },
      does: { home, desk in
        home.section = .list
        // At either end the search is over: nothing else is gone to.
        let at = home.list.selection
        let isFirst = home.atTop && at == 0
        let effects = isFirst && way == Key(.up) ? [] : home.move(way, desk) ?? []
        return effects.isEmpty && home.list.selection == at
          ? [.notice("That's the \(way == Key(.up) ? "first" : "last") match.")]
          : effects.map { .effect($0) }
      })
  }

  /// A command on what is due under the bar.
  private static func due(
    _ name: String, _ keys: [String], _ title: String, footer: String,
    _ does: @escaping @Sendable (AgendaEntry, inout Desk) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { home, desk in
        DueWork.why(home.dueEntry(desk), desk, opens: "{home.open} files these notes.")
      },
      does: { home, desk in home.dueEntry(desk).map { does($0, &desk) } ?? [] })
  }

  /// A command on the application under the bar.
  private static func onTarget(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    _ does: @escaping @Sendable (ID) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer, why: { home, desk in home.whyNoTarget(desk) },
      does: { home, desk in home.target(desk).map(does) ?? [] })
  }

  private func whyNoTarget(_ desk: Desk) -> String? {
    if dueEntry(desk)?.kind == .sort {
      return "These notes are waiting. {home.open} files them."
    }
    return target(desk) == nil ? "There are no applications yet. {home.add} adds one." : nil
  }

  /// Opens what the row under the bar needs.
  private func open(_ desk: inout Desk) -> [Request] {
    if let entry = dueEntry(desk) { return DueWork.open(entry, &desk) }
    guard let id = target(desk) else { return [] }
    return [.effect(.loadDossier(id, then: need(desk)?.sequel ?? .review(nil)))]
  }

  /// What the row under the bar needs; nil for what is due, which says so itself.
  private func need(_ desk: Desk) -> Need? {
    switch section {
    case .coming: .prepare
    case .due: nil
    case .list:
      rows.indices.contains(list.selection) ? Need(rows[list.selection], now: desk.now) : nil
    }
  }

  /// What Enter does changes from row to row; the keys behind it stay where they are.
  func footerWord(_ command: Command, _ desk: Desk) -> String? {
    guard command.name == "home.open", let word = need(desk)?.word else { return nil }
    return desk.size.width < 60 ? word : TextWidth.pad(word, to: Need.widest)
  }

  private static func opens(_ form: FormPurpose, of id: ID) -> [Request] {
    [.effect(.loadDossier(id, then: Sequel { $0.open(form) }))]
  }

  // MARK: - The place

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return nil }
    return move(key, desk)?.map { .effect($0) }
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    if let part = at.part.flatMap(Section.init(rawValue:)), let row = at.row {
      point(part, row, desk)
    }
    return []
  }

  mutating func wheel(isDown: Bool, _ at: Pointed, _ desk: inout Desk) -> [Request] {
    let part = at.part.flatMap(Section.init(rawValue:)) ?? .list
    return wheel(part, isDown: isDown, desk).map { .effect($0) }
  }

  func bar(_ desk: Desk) -> Bar? {
    switch section {
    case .coming: comingEntry(desk).map { Bar("coming/\($0.interview.id)") }
    case .due: dueEntry(desk).map { Bar($0.key) }
    case .list: target(desk).map { Bar($0.text) }
    }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    switch section {
    case .coming: desk.due.coming.firstIndex { "coming/\($0.interview.id)" == thing }
    case .due: desk.due.todo.firstIndex { $0.key == thing }
    case .list: nil
    }
  }

  mutating func hold(_ row: Int, _ desk: Desk) {
    if section == .coming {
      comingList.select(row, count: row + 1, height: row + 1)
    } else {
      dueList.select(row, count: row + 1, height: row + 1)
    }
  }

  @discardableResult
  static func reach<R>(_ app: inout App, _ body: (inout Home, inout Desk) -> R) -> R? {
    body(&app.home, &app.desk)
  }

  static func look<R>(_ app: App, _ body: (Home, Desk) -> R) -> R? { body(app.home, app.desk) }
}

extension AgendaEntry.Kind {
  /// The pane in which the thing that is due gets done.
  var pane: PaneID {
    switch self {
    case .capture: .script
    case .reply, .noAnswer: .feedback
    case .thanks, .warm, .letter, .tell, .afterNo, .checkIn, .promise: .letters
    case .prepare, .document: .preparation
    case .offer, .silence, .glad, .sort, .change, .next, .replied, .rest: .checklist
    }
  }
}

extension Entity.Kind {
  /// The pane that shows things of this kind.
  var pane: PaneID? {
    switch self {
    case .finding: .findings
    case .feedback: .feedback
    case .turn: .script
    case .preparation: .preparation
    case .letter: .letters
    case .response, .debrief, .improvement: .checklist
    case .application, .event, .interview, .person, .note, .mark, .profile, .resume, .forecast,
      .review:
      nil
    }
  }
}
