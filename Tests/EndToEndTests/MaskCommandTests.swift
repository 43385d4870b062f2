import Foundation
import Testing

/// What is shown to an adviser, and what an adviser says (A54); one recipe for screen and commands.
@Suite(.timed) struct MaskCommandTests {
  let program = Program()

  private func sample() throws {
    try program.must("add", "Kestrel Labs", "Engineer at Kestrel", "--interview", "9 mar 14:30")
    try program.must("outcome", "kestrel", "rejected", "--words", "kestrel thanks you")
    try program.must(
      "feedback", "kestrel", "Ask Ines's team, ines@kestrel.example, +49 30 5550100", "--from",
      "Ines Kahl")
    try program.must("quick", "told kahl too little", "--weakness", "--application", "kestrel")
  }

  @Test(arguments: [
    ["report", "kestrel"], ["report", "kestrel", "--ascii"],
    ["report", "kestrel", "--format", "markdown"], ["show", "kestrel"],
    ["show", "kestrel", "--json"],
  ])
  func noNameIsLeft(_ command: [String]) throws {
    try sample()
    let plain = try program.run(command, bytes: [])
    #expect(plain.out.lowercased().contains("kestrel"))
    let masked = try program.run(command + ["--mask"], bytes: [])
    #expect(masked.code == 0, "\(masked.err)")
    for name in ["kestrel", "ines ", "ines'", "kahl", "5550100", "@"] {
      #expect(!masked.out.lowercased().contains(name), "\(name) in \(masked.out)")
    }
    #expect(masked.out.contains("Company A") && masked.out.contains("Person A"))
    #expect(masked.err.contains("read it once more"))
    // It is a view: nothing is changed.
    #expect(try program.must("show", "kestrel").contains("Kahl"))
  }

  @Test func otherCompaniesOnFileAreMaskedWhereTheyAreMentioned() throws {
    try sample()
    try program.must("add", "Nordlicht", "Engineer")
    try program.must("feedback", "kestrel", "you should ask nordlicht", "--from", "Moses")
    let shown = try program.must("show", "kestrel", "--mask")
    #expect(!shown.lowercased().contains("nordlicht") && shown.contains("Company B"))
  }

  @Test func theProfilesNameIsMaskedToo() throws {
    try sample()
    try program.must("feedback", "kestrel", "Robin spoke well", "--from", "Moses")
    let archive = try json(try program.must("export"))
    var edited = archive
    edited["profile"] = [
      [
        "id": "profile", "name": "Robin Muster", "email": "", "phone": "", "goals": "",
        "available": "", "language": "en_US",
      ]
    ]
    let data = try JSONSerialization.data(withJSONObject: edited)
    try program.must("import", "-", stdin: String(decoding: data, as: UTF8.self))
    let shown = try program.must("show", "kestrel", "--mask")
    #expect(!shown.contains("Robin") && shown.contains("spoke well"))
  }

  @Test func anAdvisersRemarksAreNoStatementOfTheEmployer() throws {
    try sample()
    try program.must(
      "feedback", "kestrel", "you spoke too fast", "--from", "Coach", "--channel", "adviser")
    let document = try json(try program.must("show", "kestrel", "--json"))
    let feedback = try #require(document["feedback"] as? [[String: Any]])
    #expect(feedback.contains { $0["channel"] as? String == "adviser" })
    let events = try #require(document["event"] as? [[String: Any]])
    #expect(events.filter { $0["kind"] as? String == "feedbackReceived" }.count == 1)
    let verdict = try #require(document["verdict"] as? [String: Any])
    #expect(verdict["dodged"] as? Bool == false)
  }

  @Test func aReplyEndsTheWaitForIt() throws {
    try sample()
    var archive = try json(try program.must("export"))
    var log = try #require(archive["feedback"] as? [[String: Any]])
    var ask = try #require(log.first)
    for key in ["received", "candour"] { ask[key] = nil }
    ask["id"] = "waiting000000000"
    ask["from"] = "Moses"
    ask["verbatim"] = ""
    ask["asked"] = "2026-03-10"
    log.append(ask)
    archive["feedback"] = log
    let data = try JSONSerialization.data(withJSONObject: archive)
    try program.must("import", "-", stdin: String(decoding: data, as: UTF8.self))
    try program.must("feedback", "kestrel", "well done", "--from", "moses")
    let after = try json(try program.must("show", "kestrel", "--json"))
    let entries = try #require(after["feedback"] as? [[String: Any]])
    #expect(entries.count == 2)
    let moses = try #require(entries.first { $0["id"] as? String == "waiting000000000" })
    #expect(moses["verbatim"] as? String == "well done")
    #expect(moses["asked"] as? String == "2026-03-10" && moses["received"] != nil)
    try program.must("undo")
    let back = try json(try program.must("show", "kestrel", "--json"))
    let waits = (back["feedback"] as? [[String: Any]])?.first {
      $0["id"] as? String == "waiting000000000"
    }
    #expect(waits?["received"] == nil)
  }
}
