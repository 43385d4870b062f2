import DebriefModel
import TUI

/// All there was with one person, at every company, in the order of time (A84), and whether they helped (A85).
struct PersonOverlay: SheetPlace {
  let contact: Contact
  var top = 0
  var title: String { contact.person.name }

  static let scope = Scope.sheet("person-history")

  func lines(_ desk: Desk, width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    func add(_ text: String, _ ink: Ink = .body, under margin: Int = 0) {
      let wrapped = TextWidth.wrap(text, width: max(8, width - margin))
      lines += wrapped.enumerated().map {
        StyledLine(($0 == 0 ? "" : String(repeating: " ", count: margin)) + $1, ink)
      }
    }
    for person in contact.all {
      add(
        [person.part.label, person.company].filter { !$0.isEmpty }.joined(separator: " · "), .dim)
      add([person.email, person.phone].filter { !$0.isEmpty }.joined(separator: "  "))
      add(person.notes)
    }
    lines.removeAll { $0.spans.allSatisfy { $0.text.isEmpty } }
    if let helped = contact.helped {
      add("Helped you with feedback, \(helped.short(today: desk.now.day))", Ink(.strength))
    }
    lines.append(StyledLine(""))
    if contact.history.isEmpty { add("Nothing saved about them yet.", .dim) }
    for meeting in contact.history.reversed() {
      let day = meeting.day?.short(today: desk.now.day) ?? "no date"
      let room = DateStyle.current.widest + 1
      add("\(TextWidth.pad(day, to: room))\(meeting.what), \(meeting.company)", under: room)
    }
    return lines
  }
}
