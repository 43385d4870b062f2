import DebriefModel
import TUI

/// Lists over a screen in plain mode: numbered rows, each a sentence.
extension ListPlace {
  var spokenTitle: String { Self.scope.title }
  func toldFirst(_ desk: Desk) -> [String] { [] }
  func toldGroup(_ row: Int, _ desk: Desk) -> String { "" }

  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken(spokenTitle, toldFirst(desk))
    it.choices = (0..<count(desk)).map { row in
      let hold: @Sendable (inout App) -> Void = { app in
        Self.reach(&app) { place, desk in place.hold(row, desk) }
      }
      return Spoken.Choice(
        "\(row + 1)", told(row, desk), group: toldGroup(row, desk), hold: hold
      ) { app in
        hold(&app)
        return Self.opens(&app)
      }
    }
    if !it.choices.isEmpty { it.asks = Self.asksWhich(desk) }
    it.back = Spoken.key(Key(.escape))
    return it
  }
}

extension Place {
  /// The command that Enter has as shipped: what a number does with its row.
  private static var opening: Command? { commands.first { $0.keys.contains("enter") } }

  /// What a number alone does with its row.
  static func opens(_ app: inout App) -> [Effect] {
    guard let name = opening?.name, let command = app.desk.commands.command(name) else {
      return app.input(.key(Key(.enter)))
    }
    return app.perform(command)
  }

  /// Says what a number does.
  static func asksWhich(_ desk: Desk) -> String {
    opening.map { "Which one? Type its number to \($0.title.lowercasedFirst)." } ?? "Which one?"
  }
}

extension AgendaEntry {
  /// As a sentence: what, for whom, when.
  var told: String {
    String.said(
      text.capitalizedFirst, kind == .sort ? nil : "For: \(name(within: 80))",
      when.isEmpty ? nil : "When: \(when)", urgent ? "Urgent" : nil)
  }
}

extension AgendaOverlay {
  func toldFirst(_ desk: Desk) -> [String] {
    desk.due.agenda.isEmpty
      ? ["Nothing to do right now. Thank-you notes, promised dates, and replies show up here."] : []
  }
  func told(_ row: Int, _ desk: Desk) -> String { desk.due.agenda[row].told }
}

extension InboxOverlay {
  func toldFirst(_ desk: Desk) -> [String] {
    notes(desk).isEmpty ? ["Nothing to file. {capture} writes down a thought."] : []
  }
  func told(_ row: Int, _ desk: Desk) -> String {
    let it = notes(desk)[row]
    let (note, at) = (it.note, it.note.recorded)
    let kind: String? =
      note.kind == .strength
      ? "Something that went well" : note.kind == .weakness ? "Something that didn't go well" : nil
    return String.said(
      note.text, kind, "Written: \(at.day.short(today: desk.now.day)) \(at.time)",
      it.company.isEmpty ? nil : "For: \(it.company)", note.kept == true ? "Filed" : nil, it.late)
  }
}

extension PeopleOverlay {
  func toldFirst(_ desk: Desk) -> [String] {
    desk.contacts.isEmpty
      ? [words.isEmpty ? "No one here yet. {people.add} adds someone." : "No match."] : []
  }
  func told(_ row: Int, _ desk: Desk) -> String {
    let it = desk.contacts[row]
    let parts = it.all.map {
      [$0.part.label, $0.company].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return String.said(
      it.person.name, parts.joined(separator: "; "), it.helped == nil ? nil : "Helped you",
      Warmth(it, today: desk.now.day)?.words,
      it.person.email.isEmpty ? nil : "Email: \(it.person.email)",
      it.person.phone.isEmpty ? nil : "Phone: \(it.person.phone)")
  }
}

extension ResumesOverlay {
  func toldFirst(_ desk: Desk) -> [String] {
    guard let all = desk.resumes.value else { return ["Reading …"] }
    return all.isEmpty
      ? [
        "No versions yet. {resume.add} adds one. Each application can then say which version you sent."
      ] : []
  }
  func told(_ row: Int, _ desk: Desk) -> String {
    guard let it = desk.resumes.value?[row] else { return "" }
    guard let resume = it.resume else {
      return String.said(it.name, it.counts, it.shareWords, "Only mentioned in applications")
    }
    let shown = resume.shown.map { $0.1 ? "Shows: \($0.0)" : "Not in the first lines: \($0.0)" }
    return String.said(
      it.name, it.counts, it.shareWords,
      resume.reason.isEmpty ? nil : "Because: \(resume.reason)", shown.joined(separator: ". "))
  }
}

extension AfterNoOverlay {
  var spokenTitle: String { "The first days after a no" }
  func toldFirst(_ desk: Desk) -> [String] {
    guard let days = days(desk) else {
      return ["This application isn't marked as rejected anymore."]
    }
    let day = days.refused.map { " on \($0.long)" } ?? ""
    return ["They said no\(day). These steps keep the door open."]
  }
  func told(_ row: Int, _ desk: Desk) -> String {
    guard let it = days(desk)?.items[row] else { return "" }
    let today = desk.now.day
    let state =
      it.isDone
      ? it.on.map { "Done \($0.short(today: today))" } ?? "Done"
      : it.isDropped
        ? "Skipped"
        : it.isOptional
          ? "If you like"
          : it.due.map {
            "\(it.isLate(today) ? "Late: best done by" : "To do by") \($0.short(today: today))"
          } ?? "To do"
    return String.said(it.text, state)
  }
}

extension ImprovementsOverlay {
  func toldFirst(_ desk: Desk) -> [String] {
    items(desk).isEmpty ? [ImprovementsOverlay.nothing] : []
  }
  func toldGroup(_ row: Int, _ desk: Desk) -> String {
    items(desk)[row].company.isEmpty ? "From this application" : "From other applications"
  }
  func told(_ row: Int, _ desk: Desk) -> String {
    let it = items(desk)[row]
    let change = it.improvement
    return String.said(
      change.what, it.company.isEmpty ? nil : "From: \(it.company)",
      change.isLearning ? "Something to learn" : "Area: \(change.area.label)",
      "Effort: \(change.effort.label)", change.place.isEmpty ? nil : "When: \(change.place)",
      change.options.map { "Ways: \($0)" }, change.cost.map { "Costs: \($0)" },
      change.by.map { "By: \($0.short(today: desk.now.day))" },
      change.proof.isEmpty
        ? "You haven't said how you'll know it worked" : "It worked if: \(change.proof)")
  }
}

extension MorningOverlay {
  func toldFirst(_ desk: Desk) -> [String] {
    guard let folder = desk.folder, let morning = MorningOverlay.morning(desk) else { return [] }
    let head = MorningOverlay.head(morning, folder, desk, width: Plain.wide).map(\.words)
    return morning.items.isEmpty
      ? head + [
        "Nothing to check off yet. What you prepare in {review.preparation} shows up here on the day."
      ] : head
  }
  func toldGroup(_ row: Int, _ desk: Desk) -> String { items(desk)[row].group.title }
  func told(_ row: Int, _ desk: Desk) -> String {
    let it = items(desk)[row]
    return String.said(it.text, it.isTicked ? "Checked off" : "Not checked off yet", it.detail)
  }
}

extension PostingOverlay {
  func toldFirst(_ desk: Desk) -> [String] {
    PostingOverlay.proposals(desk).isEmpty ? ["All of it is on your list."] : []
  }
  func told(_ row: Int, _ desk: Desk) -> String {
    let it = PostingOverlay.proposals(desk)[row]
    return String.said(it.text, it.years.map { "Years: \($0)" })
  }
}

extension HistoryOverlay {
  func toldFirst(_ desk: Desk) -> [String] {
    desk.history.isEmpty ? ["Nothing has changed yet."] : []
  }
  func told(_ row: Int, _ desk: Desk) -> String {
    let it = desk.history[row]
    return String.said(
      it.words(desk.asked).capitalizedFirst,
      "On \(it.at.day.short(today: desk.now.day)) at \(it.at.time)",
      it.undone != nil ? "Undone" : it.isOfOthers ? "From another window" : nil)
  }
}

extension MatchOverlay {
  func toldFirst(_ desk: Desk) -> [String] {
    guard let dossier = desk.folder?.dossier, count(desk) > 0 else {
      return [
        "You haven't written down any of their questions yet. Add them to your notes from the interview."
      ]
    }
    return [PreparedMatch.words(dossier)]
  }
  func told(_ row: Int, _ desk: Desk) -> String {
    guard let dossier = desk.folder?.dossier else { return "" }
    let turn = MatchOverlay.asked(desk)[row]
    func text(_ id: ID?) -> String { dossier.preparations.first { $0.id == id }?.text ?? "" }
    let state =
      if let entry = turn.preparation {
        "Prepared: \(text(entry))"
      } else if let entry = PreparedMatch.proposals(dossier)[turn.id] {
        "Looks like: \(text(entry))"
      } else { "Not prepared" }
    return String.said("Asked: \(turn.question)", state)
  }
}

extension VerdictOverlay {
  var spokenTitle: String { "What decided it" }
  func told(_ row: Int, _ desk: Desk) -> String {
    let line = lines(desk)[row]
    return line.place == nil ? line.text : "\(line.text) (type its number to go there)"
  }
}

extension MonthFactsOverlay {
  var spokenTitle: String { "\(figure.figure.title): \(row.label)" }
  func toldFirst(_ desk: Desk) -> [String] {
    if facts(desk).isEmpty {
      return [
        desk.monthFacts.value == nil ? "Reading …" : "Nothing has been counted in this row yet."
      ]
    }
    return [row.words]
  }
  func told(_ row: Int, _ desk: Desk) -> String {
    let it = facts(desk)[row]
    return String.said(
      it.name, "On \(it.day.short(today: desk.now.day))", it.text,
      it.counts.map { $0 ? "Counts: yes" : "Counts: no" })
  }
}

extension StyledLine {
  /// Its words, without their looks; what stands in columns is parted by a colon.
  var words: String {
    let text = spans.map(\.text).joined().trimmed
    var out = ""
    var blanks = 0
    for character in text {
      if character == " " {
        blanks += 1
        continue
      }
      if blanks > 0 { out += blanks == 1 || out.last == ":" || out.last == "," ? " " : ": " }
      blanks = 0
      out.append(character)
    }
    return out.hasPrefix("* ") ? String(out.dropFirst(2)) : out
  }
}

extension Plain {
  /// So wide that no sentence breaks.
  static let wide = 2000
}

extension ImportOverlay {
  func told(_ row: Int, _ desk: Desk) -> String {
    let it = proposal.entries[row]
    return String.said(
      ([it.sentence] + it.details).joined(separator: " "),
      left.contains(row) ? "Left out" : "To be imported")
  }

  /// A number takes a thing out or puts it back; Enter imports the rest.
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("What this file would add", proposal.remarks)
    it.choices = proposal.entries.indices.map { row in
      let hold: @Sendable (inout App) -> Void = { app in
        Self.reach(&app) { place, desk in place.hold(row, desk) }
      }
      return Spoken.Choice("\(row + 1)", told(row, desk), hold: hold) { app in
        Self.reach(&app) { place, _ in place.tick(row) }
        return []
      }
    }
    it.asks = "Import this? A number leaves that one out, or puts it back."
    if left.count < proposal.entries.count {
      it.enter = Spoken.Step("import it", Spoken.command("import.take"))
    }
    it.back = Spoken.key(Key(.escape))
    return it
  }
}
