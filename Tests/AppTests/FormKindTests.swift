import DebriefModel
import Foundation
import TUI
import Testing

@testable import DebriefApp

/// The list of the forms, and the names of their drafts, by which a form is found again.
@Suite(.timed) struct FormKindTests {
  private static let id = ID("a")
  private static let other = ID("b")

  /// Every form with the name of its draft as it stands on disks: none of them may ever change.
  private static let drafts: [(FormPurpose, String)] = [
    (.heard, "heard/"), (.upcoming, "upcoming/"),
    (.application(nil), "application/"), (.application(id), "application/a"),
    (.interview(id, editing: nil), "interview/a/"),
    (.interview(id, editing: other), "interview/a/b"), (.outcome(id), "outcome/a"),
    (.event(id, editing: other), "event/a/b"), (.promised(id), "promised/a"),
    (.happened(id), "happened/a"),
    (.forecast(id), "forecast/a"),
    (.preparation(id, .claim, editing: nil), "preparation/a//claim"),
    (.preparation(id, .fit, editing: other), "preparation/a/b/fit"),
    (.turn(id, editing: nil), "turn/a/"), (.turn(id, editing: other), "turn/a/b"),
    (.finding(id, .weakness, editing: nil, evidence: nil), "finding/a//weakness"),
    (.finding(id, .outside, editing: other, evidence: nil), "finding/a/b/outside"),
    (.ask(id), "ask/a"), (.reply(id, editing: nil), "reply/a/"),
    (.reply(id, editing: other), "reply/a/b"), (.call(id, editing: nil), "call/a/"),
    (.call(id, editing: other), "call/a/b"), (.improvement(id, editing: nil), "improvement/a/"),
    (.improvement(id, editing: other), "improvement/a/b"),
    (
      .improvementFrom(id, feedback: other, thing: 2, .shownWeakly),
      "improvement-from/a/b/2/shownWeakly"
    ),
    (.tested(id, improvement: other), "tested/a/b"),
    (.dropped(id, improvement: other), "dropped/a/b"), (.answer(id, item: "x.y"), "answer/a/x.y"),
    (.next(id, live: other), "next/a/b"), (.capture(nil), "capture/"), (.capture(id), "capture/a"),
    (.person(nil), "person/"), (.person(id), "person/a"), (.profile, "profile/"),
    (.resume(nil, name: ""), "resume/"), (.resume(id, name: ""), "resume/a"),
    (.letter(id, other), "letter/a/b"), (.letterSent(id, other), "letter-sent/a/b"),
    (.letterAnswered(id, other), "letter-answered/a/b"),
    (.letterRelease(id, other), "letter-release/a/b"),
  ]

  /// All of them, for tests of every form.
  static let allPurposes = drafts.map(\.0)

  @Test(arguments: drafts)
  func everyDraftLeadsBackToItsForm(_ purpose: FormPurpose, _ scope: String) throws {
    #expect(purpose.scope == scope)
    let back = try #require(FormPurpose(scope: scope))
    #expect(back == purpose && back.hashValue == purpose.hashValue)
    #expect(back.application == purpose.application)
    #expect(!purpose.label.isEmpty)
    // What is long to write goes to the editor from a field there is.
    let moment = Moment(seconds: 0)
    let form = purpose.form(FormContext(content: Content(), now: moment))
    #expect(form.fields.contains { $0.id == purpose.mainField })
  }

  /// Every form about an application says which in its title: two of a kind are told apart.
  @Test func everyFormNamesItsApplication() {
    let moment = Moment(seconds: 0)
    var context = FormContext(
      dossier: Dossier(
        Application(id: Self.id, created: moment) { ($0.company, $0.role) = ("Acme", "Cook") }),
      content: Content(), now: moment)
    context.names = [Self.other: "Zeta"]
    for purpose in Self.allPurposes {
      let name =
        purpose.kind.subject == nil ? "" : purpose.kind is NextForm ? "Zeta" : "Acme · Cook"
      #expect(purpose.about(context) == name, "\(purpose.scope)")
      let form = purpose.form(context)
      #expect(form.about == name && !form.title.contains("Acme"), "\(purpose.scope)")
      // Also where it is narrow, with a sign for what is cut.
      for width in [24, 30, 80] where !name.isEmpty {
        let surface = Surface(size: Size(width, 8))
        surface.canvas.form(form)
        let first = surface.finish().text.split(separator: "\n")[0]
        #expect(first.contains(name.prefix(4)), "\(purpose.scope) \(first)")
        let whole = first.contains(form.title) && first.contains(name)
        #expect(whole || first.contains("…"), "\(purpose.scope) \(first)")
      }
    }
    #expect(FormPurpose.outcome(Self.id).label(about: "Acme") == "an outcome (Acme)")
    #expect(FormPurpose.person(nil).label(about: "") == "a person")
  }

  @Test func aDraftSaysWhichApplicationsItIsAbout() {
    #expect(Draft(scope: "outcome/a", fields: [:]).applications == [Self.id])
    #expect(Draft(scope: "next/a/b", fields: [:]).applications == [Self.id, Self.other])
    #expect(Draft(scope: "person/a", fields: [:]).applications.isEmpty)
    #expect(Draft(scope: "sonnet/a", fields: [:]).applications.isEmpty)
  }

  /// Forms about one and the same thing are not one and the same form.
  @Test func formsDiffer() {
    #expect(Set(Self.drafts.map(\.0)).count == Self.drafts.count)
    #expect(Set(Self.drafts.map(\.1)).count == Self.drafts.count)
  }

  @Test func everyFormOfTheListHasItsDraftHere() {
    let here = Set(Self.drafts.map { "\(type(of: $0.0.kind))" })
    #expect(here == Set(FormPurpose.kinds.map { "\($0)" }))
  }

  /// A form that is missing in the list would open, and its draft would lead nowhere: so the sources
  /// are asked which forms there are. Each has a file of its name.
  @Test func everyFormOfTheSourcesIsInTheList() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/DebriefApp").standardized
    let conformance =
      /(?m)^ *(?:\w+ )*(?:struct|enum|class|extension) (\w+)[^{\n]*:[^{]*\bFormKind\b/
    var found: [String] = []
    for case let file as URL in try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: conformance) {
        found.append(String(match.1))
        #expect(file.lastPathComponent == "\(match.1).swift")
      }
    }
    #expect(found.sorted() == FormPurpose.kinds.map { "\($0)" }.sorted())
  }

  @Test func noTwoFormsShareAName() {
    let names = FormPurpose.kinds.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.isEmpty && !$0.contains("/") })
  }

  @Test(arguments: [
    "", "/a/b", "outcome", "profile", "Application/a", "other/a", "event/a", "event/a/", "next/a/",
    "finding/a/b", "finding/a//sideways", "preparation/a//nothing", "answer/a", "tested/a",
    "dropped/a/", "letter/a", "letter-sent/a/", "letter-answered/a", "letter-release/a",
    "improvement-from/a//1/lacking", "improvement-from/a/b/x/lacking", "improvement-from/a/b/1",
  ])
  func aNameOfAnotherVersionLeadsNowhere(_ scope: String) {
    #expect(FormPurpose(scope: scope) == nil)
  }
}
