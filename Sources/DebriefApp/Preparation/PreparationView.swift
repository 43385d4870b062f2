import DebriefModel
import TUI

extension PreparationPane {
  func draw(_ canvas: Canvas, _ folder: Folder, _ desk: Desk, focused: Bool) {
    let (now, commands) = (desk.now, desk.commands)
    let cursor = canvas.blocks(count: items.count, selected: selected, focused: focused) { i in
      let rows = rows(
        items[i], folder.dossier, width: canvas.width, open: i == selected && focused, now: now,
        commands)
      // What was taught stands apart from what is to be done.
      if i == 0, case .teaching = items[i] {
        return [StyledLine("What you learned from your last debriefs", Ink(.title))] + rows
      }
      return rows
    }
    if focused, let cursor { canvas.cursor(x: 0, y: cursor, visible: false) }
  }

  func rows(
    _ item: PreparationItem, _ dossier: Dossier, width: Int, open: Bool, now: Moment,
    _ commands: CommandTable
  ) -> [StyledLine] {
    let application = dossier.application
    switch item {
    case .teaching(let mark, let text, let role):
      return lines("\(mark) ", text, Ink(role), width: width, most: open ? 8 : 2)
    case .heading(let kind):
      var head: [StyledLine.Span] = [.init(kind.label, Ink(.title))]
      // After the talk the claims are a grid: each beside what was asked and what was shown.
      if kind == .claim, isGrid(dossier, width: width, now: now) {
        let gap = width - TextWidth.columns(kind.label) - PreparationPane.gridWidth
        head.append(.init(String(repeating: " ", count: max(1, gap)) + "asked  backed up", .dim))
      } else {
        head.append(.init("  " + count(kind, dossier, now: now, commands), .dim))
      }
      return [StyledLine(head)]
    case .entry(let it): return entry(it, dossier, width: width, open: open, now: now, commands)
    case .channel:
      let bad = PreparationRules.channelMismatch(application)
      let text = "how to apply: \(channel(application))"
      return lines(bad ? "[!] " : "    ", text, bad ? Ink(.weakness) : .dim, width: width, most: 3)
    case .dress:
      let (text, ink) = dress(dossier, now: now, commands)
      return [StyledLine("dress code", Ink(.title))]
        + lines("    ", text, ink, width: width, most: 3)
    case .pay:
      let parts = pay(application)
      let none = commands.named("no numbers yet; {preparation.edit} adds them")
      return [StyledLine("pay", Ink(.title))]
        + lines(
          "    ", parts.isEmpty ? none : parts.joined(separator: " · "),
          parts.isEmpty ? .dim : .body, width: width, most: 3)
        + PayGap.sentences(application).flatMap {
          lines("    ", "what you asked for: \($0)", Ink(.accent), width: width, most: 5)
        }
    }
  }

  /// How one was to apply, and how one did.
  func channel(_ application: Application) -> String {
    let ways = [
      ("they asked for ", application.channelAsked), ("you used ", application.channelUsed),
    ].filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }
    return (ways.isEmpty ? "not noted yet" : ways.joined(separator: "; "))
      + (PreparationRules.channelMismatch(application) ? ", not what they asked for" : "")
  }

  /// The pay that was named, by whom.
  func pay(_ application: Application) -> [String] {
    [
      ("you asked for", application.payAsked), ("usual", application.payUsual ?? ""),
      ("they offered", application.payOffered),
    ].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
  }

  /// What people wear there.
  func dress(
    _ dossier: Dossier, now: Moment, _ commands: CommandTable
  ) -> (text: String, ink: Ink) {
    let round = PreparationRules.round(dossier, now: now)
    var text = commands.named("there's no interview yet; {review.interview} adds one")
    var ink = Ink.dim
    if let round {
      let past = dossier.standing(round, now: now) == .held
      if !round.dressExpected.isEmpty {
        let from = round.dressFrom.map { ", says \($0)" } ?? ""
        let worn = round.dressWorn.isEmpty ? "" : " · you wore: \(round.dressWorn)"
        (text, ink) = (round.dressExpected + from + worn, .body)
      } else if past {
        text =
          PreparationRules.ticked("dress", dossier)
          ? "you found out what people wear there, but didn't write it down"
          : "no note on what people wore"
      } else {
        (text, ink) = ("ask what people wear", Ink(.warning))
      }
    }
    return (text, ink)
  }

  /// The short count behind a heading.
  func count(
    _ kind: Preparation.Kind, _ dossier: Dossier, now: Moment, _ commands: CommandTable
  ) -> String {
    let all = dossier.preparations.filter { $0.kind == kind }
    func number(_ state: Preparation.State) -> Int { all.filter { $0.state == state }.count }
    func named(_ states: [Preparation.State]) -> String {
      states.filter { number($0) > 0 }.map { "\(number($0)) \(Preparation.label($0, kind))" }
        .joined(separator: " · ")
    }
    switch kind {
    case .company:
      let file = PreparationRules.completeness(dossier, now: now)
      // A file nobody filled in says nothing of what one knew.
      if file.filled.isEmpty, PreparationRules.ticked("company", dossier) {
        return "you read up on it; no notes here"
      }
      return "\(file.percent)%" + (file.frozen ? " when the interview began" : "")
    case .question:
      let few = PreparationRules.askedTooLittle(dossier, now: now)
      return all.isEmpty
        ? "none yet"
        : "\(number(.asked)) of \(all.count) asked" + (few ? "; next time, maybe two" : "")
    case .instruction, .document, .answer:
      return all.isEmpty ? "none yet" : "\(number(.done)) of \(all.count)"
    case .fit:
      if all.isEmpty { return commands.named("{preparation.fit} lists what makes a good fit") }
      let after = FitRules.rating(dossier, now: now) == .after
      let rated = all.filter { after ? $0.after != nil : $0.before != nil }.count
      return "\(rated) of \(all.count) rated"
    case .requirement, .claim:
      return all.isEmpty ? "none yet" : named(kind.states)
    }
  }

  private func entry(
    _ it: Preparation, _ dossier: Dossier, width: Int, open: Bool, now: Moment,
    _ commands: CommandTable
  ) -> [StyledLine] {
    if it.kind == .claim, isGrid(dossier, width: width, now: now) {
      return gridRows(it, width: width, open: open, commands)
        + sentAnyway(it, dossier, width: width)
    }
    let late = PreparationRules.isLate(it, dossier, now: now)
    let (mark, role) = PreparationPane.mark(it, late: late)
    let company = it.kind == .company && !it.detail.isEmpty
    var rows = lines(
      mark, company ? "\(it.text): \(it.detail)" : it.text, .body, width: width,
      most: open ? 12 : 2, markInk: Ink(role, .bold))
    let notes = notes(it, late: late, now: now, commands)
    if !notes.isEmpty {
      let ink = late ? Ink(.weakness) : Ink.dim
      let used = rows.last.map { $0.spans.reduce(0) { $0 + TextWidth.columns($1.text) } } ?? width
      if used + TextWidth.columns(notes) + 2 <= width {
        rows[rows.count - 1].spans.append(.init("  " + notes, ink))
      } else {
        rows += lines("    ", notes, ink, width: width, most: 2)
      }
    }
    if !it.detail.isEmpty, !company, open || it.kind == .requirement {
      rows += lines("    ", it.detail, .dim, width: width, most: open ? 10 : 1).map { row in
        guard it.kind == .answer, let hedges, let text = row.spans.last?.text else { return row }
        return StyledLine([row.spans[0]] + hedges.spans(text, .dim))
      }
      if it.kind == .answer, let words = hedges?.words(it.detail), !words.isEmpty {
        let text = "sounds unsure: \(words.joined(separator: ", "))"
        rows += lines("    ", text, Ink(.warning), width: width, most: 2)
      }
    }
    if open, let said = saidBefore(it) {
      rows += lines("    ", "you've said before: \(said)", Ink(.accent), width: width, most: 2)
    }
    return rows + sentAnyway(it, dossier, width: width)
  }

  /// That a claim one has decided to drop stands in the cover letter they have (A24).
  private func sentAnyway(
    _ it: Preparation, _ dossier: Dossier, width: Int
  ) -> [StyledLine] {
    guard it.kind == .claim, dossier.retractedInCover.contains(where: { $0.id == it.id }) else {
      return []
    }
    return lines("    ", "your cover letter says it", Ink(.warning), width: width, most: 2)
  }

  /// What was said elsewhere to the question that an answer is prepared for; nil where that's the same, or
  /// nothing.
  func saidBefore(_ it: Preparation) -> String? {
    guard it.kind == .answer, let said = teachings?.available, !said.isEmpty, said != it.detail,
      bank.contains(where: { $0.isAsked(by: it.text) && own($0) != nil })
    else { return nil }
    return said
  }

  private func notes(
    _ it: Preparation, late: Bool, now: Moment, _ commands: CommandTable
  ) -> String {
    (facts(it, commands) + day(it, late: late, now: now)).joined(separator: " · ")
  }

  /// What there is to an entry besides its text and its day.
  func facts(_ it: Preparation, _ commands: CommandTable) -> [String] {
    var parts: [String] = []
    let state = Preparation.label(it.state, it.kind)
    switch it.kind {
    case .requirement:
      parts.append(state)
      if let required = it.required {
        parts.append("they ask for \(required) \(required == 1 ? "year" : "years")")
      }
      if let held = it.held { parts.append("you have \(held)") }
      switch PreparationRules.experience(it) {
      case .under?: parts.append("fewer than they ask for")
      case .over?: parts.append("more than they ask for")
      case .right?, nil: break
      }
    case .claim:
      parts.append(state)
      if let delivery = it.delivery { parts.append(delivery.label) }
    case .fit:
      parts.append(
        it.ratings.isEmpty ? commands.named("not rated; {preparation.rate}") : it.ratings)
    case .instruction, .document, .company, .question, .answer: break
    }
    return parts
  }

  /// Its day: when it was done, or by when it is to be.
  private func day(_ it: Preparation, late: Bool, now: Moment) -> [String] {
    if it.kind == .company {
      return it.done.map { ["news from \($0.short(today: now.day))"] } ?? []
    }
    if let done = it.done {
      return ["\(Preparation.label(it.state, it.kind)) \(done.short(today: now.day))"]
    }
    if let due = it.due { return ["\(late ? "was due" : "by") \(due.short(today: now.day))"] }
    return late ? ["missed"] : []
  }

  /// A fit that was rated has its latest rating for a mark.
  private static func fitMark(_ it: Preparation) -> (String, Role)? {
    guard it.kind == .fit, let rating = it.after ?? it.before else { return nil }
    return ("[\(rating)] ", rating >= 4 ? .strength : rating <= 2 ? .weakness : .warning)
  }

  /// How something stands, as a mark before it.
  static func mark(_ it: Preparation, late: Bool) -> (String, Role) {
    fitMark(it) ?? mark(it.state, late: late)
  }

  static func mark(_ state: Preparation.State, late: Bool) -> (String, Role) {
    switch state {
    case .open: late ? ("[!] ", .weakness) : ("[ ] ", .warning)
    case .done, .asked: ("[x] ", .strength)
    case .met, .provable: ("[+] ", .strength)
    case .partly: ("[~] ", .warning)
    case .unmet: ("[-] ", .weakness)
    case .needsProof: ("[?] ", .warning)
    case .retract: ("[!] ", .weakness)
    }
  }

  /// A text behind a mark, its further lines under its first.
  func lines(
    _ mark: String, _ text: String, _ ink: Ink, width: Int, most: Int, markInk: Ink? = nil
  ) -> [StyledLine] {
    let margin = TextWidth.columns(mark)
    let room = max(4, width - margin)
    var wrapped = TextWidth.wrap(text, width: room)
    if wrapped.count > most {
      wrapped = Array(wrapped.prefix(most))
      wrapped[most - 1] = TextWidth.truncate(wrapped[most - 1] + " …", to: room)
    }
    return wrapped.enumerated().map { i, line in
      StyledLine([
        .init(i == 0 ? mark : String(repeating: " ", count: margin), markInk ?? ink),
        .init(line, ink),
      ])
    }
  }
}
