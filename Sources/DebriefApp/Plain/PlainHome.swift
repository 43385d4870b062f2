import DebriefModel
import TUI

/// The first screen in plain mode: what is coming up, what is to do, the debriefs, numbered from the top.
extension Home {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("Home")
    let day = desk.now.day
    var about = ["\(day.weekdayName) \(day.inFull())"]
    if desk.hasSample || desk.isDemo { about.append("sample data") }
    if desk.isReadOnly { about.append("read only") }
    it.lines = [String.said(about.joined(separator: ", "))]
    if isLoaded, total == 0 { return spokenBeginning(it, desk) }
    // Whoever looks for something has all that was found at once, from 1 on.
    let above =
      filter.isEmpty ? coming(desk) + due(desk, after: desk.due.coming.count) : []
    it.choices = above + listed(desk, after: above.count)
    if rows.isEmpty, !filter.isEmpty { it.lines.append("Nothing matches “\(filter)”.") }
    it.asks = "Which one? Type its number to open its next step."
    it.words["a"] = Spoken.Step("add an application", Spoken.command("home.add"))
    it.words["/"] = Spoken.Step("search your applications", Spoken.command("home.filter"))
    if !filter.isEmpty { it.back = { $0.back() } }
    if !atBottom {
      it.more = { app in
        guard let last = app.home.rows.last else { return [] }
        return [.loadShelf(app.home.request(.after(last.key), size: app.desk.size))]
      }
    }
    return it
  }

  private func spokenBeginning(_ spoken: Spoken, _ desk: Desk) -> Spoken {
    var it = spoken
    it.lines.append(
      desk.isReadOnly
        ? "Your notes file can't be changed right now, so nothing new is being saved. "
          + "To see why, run: debrief doctor"
        : "Everything is saved as you type, on this computer only. You can stop anytime.")
    it.asks = "Nothing here yet. What brings you here?"
    let ways = Home.ways.filter { $0.command != "home.tour" }.map {
      ($0.command, String.said($0.text, $0.more))
    }
    let rest = ["home.add", "capture", "home.sample"].map { name in
      (name, desk.commands.command(name)?.title ?? "")
    }
    it.choices = (ways + rest).enumerated().map { at, way in
      Spoken.Choice("\(at + 1)", way.1, does: Spoken.command(way.0))
    }
    it.words["a"] = Spoken.Step("add an application", Spoken.command("home.add"))
    return it
  }

  private func choice(
    _ number: Int, _ text: String, _ group: String, _ section: Section, _ row: Int
  ) -> Spoken.Choice {
    let hold: @Sendable (inout App) -> Void = { app in
      app.plain.isAtHub = false
      app.home.section = section
      if section == .list {
        app.home.list.select(row, count: row + 1, height: row + 1)
      } else {
        app.home.hold(row, app.desk)
      }
    }
    return Spoken.Choice("\(number)", text, group: group, hold: hold) { app in
      hold(&app)
      return Home.opens(&app)
    }
  }

  private func coming(_ desk: Desk) -> [Spoken.Choice] {
    let today = desk.now.day
    let deck = desk.drill.value.flatMap { $0.target == nil ? nil : $0 }
    let practice = deck?.words(today: today) ?? ""
    let group = "Coming up" + (practice.isEmpty ? "" : ", \(practice)")
    return desk.due.coming.enumerated().map { at, it in
      choice(at + 1, it.told(today: today), group, .coming, at)
    }
  }

  private func due(_ desk: Desk, after count: Int) -> [Spoken.Choice] {
    desk.due.todo.enumerated().map { at, entry in
      choice(count + at + 1, entry.told, "To do", .due, at)
    }
  }

  private func listed(_ desk: Desk, after count: Int) -> [Spoken.Choice] {
    let all = total == 1 ? "1 application" : "\(total) applications"
    let group =
      filter.isEmpty
      ? "Debriefs, \(all)" + (total > 1 ? ", \(order.label)" : "") : "Debriefs matching “\(filter)”"
    return rows.enumerated().map { at, facts in
      choice(count + at + 1, facts.told(now: desk.now), group, .list, at)
    }
  }
}

extension ComingUp {
  /// As a sentence: what, when, and how much is ready.
  func told(today: Day) -> String {
    String.said(name, "When: \(when(today: today))", ready ?? away(today: today))
  }
}

extension Facts {
  /// A row of the list as a sentence.
  func told(now: Moment) -> String {
    // The role is said already: only the day is left to tell two of them apart.
    var nameless = application
    nameless.role = ""
    let mark = sharing == .job ? JobName.mark(nameless, sharing) : ""
    var progress = progress(now: now, within: Plain.wide).text
    if progress.hasSuffix(" min") {
      let left = progress.hasSuffix(", 1 min") ? " minute left" : " minutes left"
      progress = String(progress.dropLast(4)) + left
    }
    return String.said(
      application.company, application.role.isEmpty ? nil : "Role: \(application.role)", mark,
      "Outcome: \(said(now: now, isBare: false).text)",
      progress.isEmpty ? nil : "Debrief: \(progress == "start?" ? "not started" : progress)")
  }
}
