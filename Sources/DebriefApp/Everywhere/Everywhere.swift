import DebriefModel
import TUI

/// What works wherever one is: no place of its own, but commands of the whole screen.
struct Everywhere: Place {
  static let scope = Scope.everywhere

  static let commands: [Command] = [
    row("help", ["?", "f1"], "Help: what you can do here", footer: "help") { $0.showHelp() },
    row("palette", [":", "ctrl+p"], "Commands by name", footer: "commands") { app in
      app.overlays.append(HelpHere(app).palette)
      return []
    },
    row("search", ["ctrl+f"], "Search everything you've written") { app in
      app.overlays.append(SearchOverlay())
      return []
    },
    row("jump", [","], "Jump to a row: type its label", why: { $0.whyNoLabels }) { app in
      app.showLabels()
      return []
    },
    row("capture", ["c"], "Write down a thought, file it later") { app in
      app.open(.capture(app.screen == .home ? nil : app.desk.folder?.id))
    },
    row("agenda", ["D"], "Your to-do list") { app in
      app.overlays.append(AgendaOverlay())
      return []
    },
    row("inbox", ["I"], "File the notes you wrote down") { app in
      app.run(Inbox.open(app.desk))
    },
    row("people", ["P"], "People you've met, and when") { app in
      app.overlays.append(PeopleOverlay())
      return [.loadPeople("")]
    },
    row("profile", ["M"], "You: your details for letters and answers") { _ in [.loadProfile] },
    row("resumes", ["V"], "Versions of your résumé and their results") { app in
      app.overlays.append(ResumesOverlay())
      return []
    },
    row("lessons", ["alt+l"], "Lessons from your whole search") { _ in [.loadLessons] },
    row("months", ["Y"], "Months: what your interviews add up to") { app in
      app.desk.months.forget()
      app.overlays.append(MonthsScreen())
      return []
    },
    row("drill", ["W"], "Warm up: practice for your next interview") { app in
      app.desk.drill.forget()
      app.overlays.append(DrillScreen(app.screen == .home ? nil : app.desk.folder?.id))
      return []
    },
    row("undo", ["u"], "Undo the last change (deletions: for up to 30 days)") { _ in [.undo] },
    row("redo", ["ctrl+r"], "Redo what you undid") { _ in [.redo] },
    row("history", ["H"], "Recent changes: undo back to any of them") { app in
      app.overlays.append(HistoryOverlay())
      return []
    },
    row(
      "draft.resume", ["R"], "Continue what you were typing",
      why: { $0.desk.drafts.isEmpty && !$0.desk.hasLeft ? "There's nothing to continue." : nil },
      does: { $0.resumeDraft() }),
    row("back", ["q"], "Back; on the first screen, quit") { $0.back() },
    row("escape", ["esc"], "Back; never quits") { app in
      if app.isAside {
        app.review.focus(.checklist)
        return []
      }
      guard app.screen == .home, app.home.filter.isEmpty else { return app.back() }
      app.notice = App.Notice(text: "{back} leaves; \(app.desk.leavingWord)")
      return []
    },
    row("privacy", ["f9", "alt+z"], "Hide everything behind a calendar until you press Enter") {
      app in
      if app.isHidden { app.overlays.removeLast() } else { app.hide() }
      return []
    },
    row("quit", ["Q"], "Quit; everything is saved") { $0.leave() },
    row("repaint", ["ctrl+l"], "Redraw the screen") { _ in [.repaint] },
    row("suspend", ["ctrl+z"], "Suspend; type fg to come back") { _ in [.suspend] },
  ]

  private static func row(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    why: @escaping @Sendable (App) -> String? = { _ in nil },
    does: @escaping @Sendable (inout App) -> [Effect]
  ) -> Command {
    Command(name, scope, keys, title, footer: footer, why: why, does: does)
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? { nil }

  func draw(_ canvas: Canvas, _ desk: Desk) {}
}
