import DebriefModel
import Testing

/// Who asked a question: whoever is named before a colon, or the only one there was (A12).
@Suite(.timed) struct WhoAskedTests {
  private struct Missing: Error {}

  private func asked(_ turn: Transcript.Turn, by names: [String]) throws -> Turn {
    let people = names.map { name in Person(id: ID(name)) { $0.name = name } }
    let it = dossier {
      $0.people = people
      $0.interviews = [
        Interview(id: ID("r"), application: ID("app"), recorded: noon) {
          $0.start = noon.adding(seconds: -86400)
          $0.people = people.map(\.id)
        }
      ]
    }
    let debrief = Debrief(
      id: ID("d"), application: ID("app"), branch: .rejectedAfterInterview, started: noon)
    let list = Checklist(branch: .rejectedAfterInterview, title: "", steps: [])
    var ids = IDSource(seed: 4)
    let change = Wizard(list, it, debrief, now: noon).add([turn], ids: &ids, now: noon)
    guard case .insert(.turn(let made))? = change.operations.first else { throw Missing() }
    return made
  }

  @Test(
    arguments: [
      ("Ines: How do you test a queue?", "Ines Kahl", "How do you test a queue?"),
      ("ines kahl: why us?", "Ines Kahl", "why us?"),
      ("María: Why us?", "Maria López", "Why us?"),
      ("Note: why us?", nil, "Note: why us?"), ("Why us?", nil, "Why us?"),
      ("At 10:30: why us?", nil, "At 10:30: why us?"), (":", nil, ":"), ("Ines:", nil, "Ines:"),
    ] as [(String, String?, String)])
  func aNameBeforeAColonSaysIt(_ typed: String, _ name: String?, _ question: String) throws {
    let turn = try asked(.init(typed, ""), by: ["Ines Kahl", "Maria López"])
    #expect(turn.person?.text == name.map { ID($0).text } && turn.question == question)
  }

  @Test func theOnlyOneInTheRoomAsked() throws {
    #expect(try asked(.init("Why us?", ""), by: ["Tom Brandt"]).person == ID("Tom Brandt"))
    // A question of one's own was answered by them.
    #expect(
      try asked(.init("Who leads?", "", isMine: true), by: ["Tom Brandt"]).person
        == ID("Tom Brandt"))
    #expect(try asked(.init("Who leads?", "", isMine: true), by: ["Tom", "Ines"]).person == nil)
    #expect(try asked(.init("Why us?", ""), by: []).person == nil)
  }

  @Test func pastedNotesNameTheirSpeakers() throws {
    let cut = Transcript.turns("Tom: Why us?\nMe: For the queue.\nInterviewer: And why now?")
    #expect(cut.map(\.speaker) == ["Tom", nil])
    #expect(try asked(cut[0], by: ["Tom Brandt", "Ines Kahl"]).person == ID("Tom Brandt"))
  }
}
