import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// Where a form begins: on what one came to write.
@Suite(.timed) struct FormStartTests {
  @Test func aTurnBeginsWithItsQuestion() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <enter> " + "<alt+4> a the␣first␣letters␣count <ctrl+s>")
    let turn = try #require(desk.app.opened?.dossier.turns.last)
    #expect(turn.question == "the first letters count" && turn.asker == .them)
    try desk.keys("a mine <up> 2 <ctrl+s>")
    let mine = try #require(desk.app.opened?.dossier.turns.last)
    #expect(mine.question == "mine" && mine.asker == .me)
    // Starting afresh leads there, too.
    try desk.keys("a half <tab> <ctrl+x> y whole <ctrl+s>")
    #expect(desk.app.opened?.dossier.turns.last?.question == "whole")
  }

  /// Who was asked is known; what they said is what one came to write.
  @Test func aReplyToARequestBeginsWithTheirWords() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <enter> <alt+2> r <ctrl+a> <ctrl+k> Quinn <ctrl+s> g")
    let asked = try #require(
      desk.app.opened?.dossier.feedback.first { $0.from == "Quinn" && $0.received == nil })
    let place = try #require(desk.app.opened?.dossier.feedback.firstIndex { $0.id == asked.id })
    try desk.keys(String(repeating: "j ", count: place) + "e Too␣junior. <ctrl+s>")
    let reply = try #require(try desk.store.archive().feedback.first { $0.id == asked.id })
    #expect(reply.from == "Quinn" && reply.verbatim == "Too junior.")
  }

  /// A day stands in a form as it is printed elsewhere, and is read back as itself.
  @Test func daysInFormsAreNoCodes() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <enter>")
    let it = try #require(desk.app.opened?.dossier)
    let id = it.application.id
    var purposes: [FormPurpose] = [.application(id)]
    purposes += it.events.map { .event(id, editing: $0.id) }
    purposes += it.interviews.map { .interview(id, editing: $0.id) }
    purposes += it.feedback.map { .reply(id, editing: $0.id) }
    purposes += it.preparations.map { .preparation(id, $0.kind, editing: $0.id) }
    let context = desk.app.desk.formContext
    var days = 0
    for purpose in purposes {
      let form = purpose.form(context)
      let read = purpose.kind.days(context)
      for field in form.fields
      where read[field.id] != nil && !form.values[field.id, default: ""].isEmpty {
        let value = form.values[field.id, default: ""]
        days += 1
        #expect(value.firstMatch(of: /\d{4}-\d{2}-\d{2}/) == nil, "\(purpose): \(value)")
        #expect(
          FormDay.refusal(of: field.id, form.values, read, desk.now) == nil, "\(purpose): \(value)")
      }
    }
    #expect(days > 5)
  }

  /// A number or a day that stands in a form is typed over, in every form.
  @Test func numbersAndDaysAreTypedOver() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <enter>")
    let it = try #require(desk.app.opened?.dossier)
    let id = it.application.id
    var purposes: [FormPurpose] = [
      .heard, .application(id), .outcome(id), .interview(id, editing: nil), .forecast(id),
    ]
    purposes += it.events.map { .event(id, editing: $0.id) }
    purposes += it.interviews.map { .interview(id, editing: $0.id) }
    purposes += it.feedback.map { .reply(id, editing: $0.id) }
    purposes += it.preparations.map { .preparation(id, $0.kind, editing: $0.id) }
    purposes += it.responses.map { .answer(id, item: $0.item) }
    let context = desk.app.desk.formContext
    var seen = 0
    for purpose in purposes {
      let days = purpose.kind.days(context)
      let form = purpose.form(context)
      for field in form.fields where field.kind == .line && field.id != "phone" {
        let value = field.value.trimmed
        guard days[field.id] != nil || Int(value) != nil else { continue }
        #expect(field.isWhole, "\(purpose.scope) \(field.id) \(value)")
        if !value.isEmpty { seen += 1 }
      }
    }
    #expect(seen > 8)
  }

  @Test func theRoundOfAnInterviewIsTypedOver() throws {
    let desk = try Desk(sample: false)
    try desk.keys("a Zeta <ctrl+s> <enter>")
    let id = try #require(desk.app.desk.folder?.id)
    var app = desk.app
    app.open(.interview(id, editing: nil))
    _ = app.handle(.input(.key(.char("3"))), now: desk.now)
    #expect((app.overlays.last as? FormOverlay)?.form.values["round"] == "3")
  }

  /// Typing is never swallowed by a choice where a text is what one came for.
  @Test func formsBeginWhereOneTypes() throws {
    let desk = try Desk()
    try desk.keys("/ nord <enter> <enter>")
    let id = ID("a")
    var purposes: [FormPurpose] = [
      .application(nil), .interview(id, editing: nil), .ask(id), .reply(id, editing: nil),
      .turn(id, editing: nil), .call(id, editing: nil), .improvement(id, editing: nil),
      .tested(id, improvement: id), .dropped(id, improvement: id), .capture(nil), .capture(id),
      .person(nil), .profile, .resume(nil, name: ""), .forecast(id), .promised(id),
      .next(id, live: id), .letterSent(id, id), .letterAnswered(id, id), .letterRelease(id, id),
      .answer(id, item: "lesson.line"),
    ]
    for kind in Finding.Kind.allCases {
      purposes.append(.finding(id, kind, editing: nil, evidence: nil))
    }
    for kind in Preparation.Kind.allCases {
      purposes.append(.preparation(id, kind, editing: nil))
    }
    for purpose in purposes {
      let form = purpose.form(desk.app.desk.formContext)
      switch form.fields[form.focus].kind {
      case .line, .lines: break
      case .choice, .note: Issue.record("\(purpose) begins on \(form.fields[form.focus].id)")
      }
    }
  }
}
