import DebriefModel
import TUI

/// The screen of who has nothing on file yet: three ways to begin.
extension Home {
  static let ways: [(command: String, text: String, more: String)] = [
    (
      "home.heard", "I just heard back",
      "A few facts, then we'll go through it together, one question at a time."
    ),
    (
      "home.upcoming", "I have an interview coming up",
      "A simple list of what to have ready: questions, answers, things to bring."
    ),
    (
      "home.tour", "Show me around (60 seconds)",
      "Five keys to press, on sample data that goes away afterwards."
    ),
  ]

  func drawBeginning(_ canvas: Canvas, _ desk: Desk) {
    let margin = canvas.width < 60 ? 2 : 4
    let width = max(1, min(64, canvas.width - 2 * margin))
    var page = Sheet(
      canvas: canvas.part(Rect(x: margin, y: 0, width: width, height: canvas.height)), tight: false)
    page.put("Nothing here yet. What brings you here?", Ink(.title, .bold), rows: 2)
    page.gap()
    let isRoomy = canvas.height >= 18
    for way in Home.ways {
      page.canvas.text(desk.named("{\(way.command)}"), x: 0, y: page.y, ink: Ink(.key))
      let top = page.y
      page.put(way.text, Ink(.accent, .bold), rows: 1, x: 4)
      if isRoomy {
        page.put(way.more, .dim, rows: 2, x: 4)
        page.gap()
      }
      page.canvas.target(
        .command(way.command),
        in: Rect(x: 0, y: top, width: page.canvas.width, height: page.y - top))
    }
    if !isRoomy { page.gap() }
    page.put(
      desk.isReadOnly
        ? "Your notes file can't be changed right now, so nothing new is being saved. "
          + "Your earlier notes are safe. To see why, run: debrief doctor"
        : "Everything is saved as you type, on this computer only. You can stop anytime "
          + "and pick up where you left off.", rows: 3)
    page.gap()
    page.put(
      desk.named(
        "{home.add} add an application · {capture} write down a thought · "
          + "{home.sample} sample data · {help} all keys"), .dim, rows: 2)
    canvas.cursor(x: margin, y: 2, visible: false)
  }

  /// The same where there is no room for it: what to press.
  func drawShortBeginning(_ canvas: Canvas, _ desk: Desk) {
    for (y, way) in Home.ways.enumerated() {
      canvas.text(desk.named("{\(way.command)}"), x: 0, y: y, ink: Ink(.key))
      let text = way.command == "home.upcoming" ? "Interview coming up" : way.text
      canvas.text(text, x: 3, y: y, ink: Ink(.accent), width: max(0, canvas.width - 3))
      canvas.target(.command(way.command), in: Rect(x: 0, y: y, width: canvas.width, height: 1))
    }
    let more = desk.named("{home.add} add · {capture} a thought · {help} keys")
    canvas.text(more, x: 0, y: Home.ways.count + 1, ink: .dim)
    canvas.cursor(x: 0, y: 0, visible: false)
  }

  /// Begins the tour: on the sample where nothing is on file, else on what is there.
  mutating func beginTour(_ desk: inout Desk) -> [Request] {
    let isEmpty = total == 0
    // What is tried is a step to another application: the bar starts among them, not on a to-do.
    if !isEmpty { section = .list }
    desk.tour = Tour(
      hasSample: isEmpty, start: target(desk), canMove: isEmpty || total > 1)
    return isEmpty ? [.effect(.loadSample)] : []
  }
}
