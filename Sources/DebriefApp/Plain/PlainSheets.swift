import DebriefModel
import TUI

/// What is read over a screen, in plain mode: each thing a sentence that says what it is.
extension HelpOverlay {
  func told(_ desk: Desk) -> [String] { lines.map(\.words) }
}

extension LessonsOverlay {
  func told(_ desk: Desk) -> [String] {
    if lessons.isEmpty { return [LessonsOverlay.nothing] }
    return lessons.map {
      String.said(
        $0.thing.lesson.oneLine, "From: \($0.company)",
        "On \(LessonsOverlay.day($0).short(today: desk.now.day))")
    }
  }
}

extension PersonOverlay {
  func told(_ desk: Desk) -> [String] {
    let today = desk.now.day
    var lines = contact.all.flatMap { person in
      [
        String.said(
          [person.part.label, person.company].filter { !$0.isEmpty }.joined(separator: ", "),
          person.email.isEmpty ? nil : "Email: \(person.email)",
          person.phone.isEmpty ? nil : "Phone: \(person.phone)",
          person.notes.isEmpty ? nil : "Notes: \(person.notes.oneLine)")
      ]
    }
    if let helped = contact.helped {
      lines.append("Helped you with feedback, \(helped.short(today: today)).")
    }
    if contact.history.isEmpty { lines.append("Nothing saved about them yet.") }
    lines += contact.history.reversed().map { meeting in
      String.said(
        "\(meeting.day?.short(today: today) ?? "No date"): \(meeting.what)",
        "At: \(meeting.company)")
    }
    return lines
  }
}

extension RefresherOverlay {
  func told(_ desk: Desk) -> [String] {
    let parts = desk.folder.map { Refresher($0.dossier, now: desk.now).parts } ?? []
    if parts.isEmpty { return ["Nothing to read yet."] }
    return parts.flatMap { part in
      ["\(part.title):"] + part.lines.map { String.said($0.oneLine) }
    }
  }
}

extension EverythingOverlay {
  /// A heading is what follows an empty line; below it each line is a thing, or one of its fields by name.
  func told(_ desk: Desk) -> [String] {
    text.enumerated().map { at, line in
      let words = line.trimmed
      if words.isEmpty { return "" }
      if line.first != " ", at > 0, text[at - 1].trimmed.isEmpty { return "\(words):" }
      return String.said(
        EverythingOverlay.dated(words.hasPrefix("- ") ? String(words.dropFirst(2)) : words))
    }
  }

  /// What has a day in a column before it has a colon behind the day instead.
  private static func dated(_ words: String) -> String {
    let parts = words.split(separator: " ", omittingEmptySubsequences: false)
    guard words.first?.isNumber == true, let gap = parts.firstIndex(of: ""), (2...3) ~= gap else {
      return words
    }
    let rest = parts[gap...].drop { $0.isEmpty }
    return parts[..<gap].joined(separator: " ") + ": " + rest.joined(separator: " ")
  }
}

extension ChangePage {
  func told(_ desk: Desk) -> [String] {
    let today = desk.now.day
    var lines = [
      String.said(
        change.what.oneLine, "Since: \(change.recorded.day.short(today: today))",
        "Area: \(change.area.label)")
    ]
    lines += record.sentences.map { String.said($0) }
    for (title, rounds) in parts {
      lines.append(rounds.isEmpty ? "\(title): no interview." : "\(title):")
      lines += rounds.map { it in
        String.said(
          "\(it.day.short(today: today)), \(it.company)",
          it.wentOn.map { $0 ? "It got to the next step" : "It ended there" } ?? "Still open",
          it.ratings.isEmpty
            ? nil : "Your ratings: \(it.ratings.map(String.init).joined(separator: ", "))")
      }
    }
    return lines
  }
}

extension CallCardOverlay {
  func told(_ desk: Desk) -> [String] {
    guard let card = card(desk) else { return [CallCardOverlay.missing] }
    return card.split(separator: "\n").map {
      $0.hasPrefix("# ") ? "\($0.dropFirst(2)):" : String($0)
    }
  }
}

extension FollowThroughOverlay {
  func told(_ desk: Desk) -> [String] {
    if counts.isEmpty { return [FollowThroughOverlay.nothing] }
    return FollowThroughOverlay.parts(counts).flatMap { title, rows in
      ["\(title):"]
        + rows.map {
          String.said(
            $0.label, "Sent: \($0.sent)", "Answered: \($0.answered)", "Helped: \($0.useful)")
        }
    } + [FollowThroughOverlay.caveat]
  }
}
