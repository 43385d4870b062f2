import DebriefModel
import Foundation
import Testing

@testable import DebriefExport

@Suite(.timed) struct DossierTests {
  @Test func theDocumentHoldsThingsStatusAndVerdict() throws {
    let text = try DossierJSON.encode(usual(), reasons: reasons, now: noon)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let document = try #require(value)
    #expect(document["version"] as? Int == 1)
    // A résumé and the profile belong to no one application.
    let nouns = Set(Entity.Kind.allCases.map(\.rawValue)).subtracting(["resume", "profile"])
    #expect(Set(document.keys) == nouns.union(["status", "verdict", "version"]))
    let status = try #require(document["status"] as? [String: Any])
    #expect(status["outcome"] as? String == "rejected")
    #expect(status["on"] as? String == "2026-03-20")
    #expect(status["stage"] as? String == "interviewed")
    let verdict = try #require(document["verdict"] as? [String: Any])
    #expect(verdict["headline"] as? String == "likely")
    #expect((verdict["causes"] as? [Any])?.count == 2)
    #expect(text.hasSuffix("}\n"))
  }

  @Test func theTextToRead() throws {
    let item = Item(id: "x.y", ask: "Did you ask about on-call?", kind: .yesNo)
    let step = Step(id: "S0", title: "", why: "", items: [item])
    let it = usual()
    let branch = try #require(it.debriefs.first).branch
    let text = DossierText(
      it, reasons: reasons,
      checklists: [branch: Checklist(branch: branch, title: "", steps: [step])], now: noon,
      measure: scalars, columns: 80)
    try expectPage(text.text(), "usual.dossier.txt")
  }

  /// Whenever they were given and whatever their ids, the answers are told as the checklist asks.
  @Test func theAnswersComeInTheOrderOfTheChecklist() throws {
    var it = Dossier(Application(id: ID("a"), created: noon))
    it.debriefs = [
      Debrief(id: ID("d"), application: ID("a"), branch: .ghosted, started: noon)
    ]
    let given = [
      ("gone.late", "r1", 5), ("last", "r2", 0), ("first", "r3", 9), ("middle", "r0", 9),
      ("gone.early", "r9", 1),
    ]
    it.responses = given.map { item, id, seconds in
      Response(
        id: ID(id), application: ID("a"), debrief: ID("d"), item: item,
        answered: noon.adding(seconds: seconds)
      ) { $0.value = "to \(item)" }
    }
    it.sort()
    func step(_ id: String, _ items: [String]) -> Step {
      Step(
        id: id, title: "", why: "", items: items.map { Item(id: $0, ask: "ask \($0)", kind: .line) }
      )
    }
    let list = Checklist(
      branch: .ghosted, title: "", steps: [step("S0", ["first", "middle"]), step("S1", ["last"])])
    let text = DossierText(
      it, reasons: [], checklists: [.ghosted: list], now: noon, measure: scalars, columns: 80
    ).text()
    let told = text.split(separator: "\n").filter { $0.hasPrefix("    to ") }.map(String.init)
    #expect(
      told == ["first", "middle", "last", "gone.early", "gone.late"].map { "    to \($0)" })
    #expect(text.contains("  - ask middle\n") && text.contains("  - gone.early\n"))
  }

  /// Why a question was skipped is said as one says it, whatever is stored.
  @Test(arguments: [
    ("does not apply", "it doesn't apply"), ("do not remember", "I don't remember"),
    ("rather not", "rather not"), ("later", "later"),
  ])
  func whyItWasSkippedIsSaidPlainly(_ stored: String, _ said: String) {
    var it = Dossier(Application(id: ID("a"), created: noon))
    it.debriefs = [
      Debrief(id: ID("d"), application: ID("a"), branch: .ghosted, started: noon)
    ]
    it.responses = [
      Response(id: ID("r"), application: ID("a"), debrief: ID("d"), item: "x", answered: noon) {
        $0.skipped = stored
      }
    ]
    let text = DossierText(
      it, reasons: [], checklists: [:], now: noon, measure: scalars, columns: 80
    ).text()
    #expect(text.contains("skipped (\(said))\n"), "\(text)")
  }

  /// The minutes that Home has are said here, and only while it is gone through.
  @Test func anOpenDebriefSaysItsMinutes() {
    func told(_ fill: (inout Debrief) -> Void = { _ in }) -> String {
      var it = Dossier(Application(id: ID("a"), created: noon))
      it.debriefs = [
        Debrief(id: ID("d"), application: ID("a"), branch: .ghosted, started: noon) {
          ($0.done, $0.total) = (1, 4)
          fill(&$0)
        }
      ]
      return DossierText(it, reasons: [], now: noon, measure: scalars, columns: 80).text()
    }
    #expect(told().contains("1 of 4, about 3 minutes left\n"), "\(told())")
    #expect(told { $0.done = 4 }.contains("4 of 4, almost done\n"))
    #expect(!told { $0.resting = true }.contains("minutes"))
    #expect(!told { $0.closed = noon }.contains("minutes"))
    #expect(!told { ($0.done, $0.total) = (0, 0) }.contains("minutes"))
  }

  /// Every text that a user can write is there.
  @Test func nothingIsLeftOut() {
    var texts: [String] = []
    func next() -> String {
      texts.append("text\(texts.count)x")
      return texts[texts.count - 1]
    }
    var a = fullArchive("-")
    a.application[0].company = next()
    a.application[0].role = next()
    a.application[0].channelAsked = next()
    a.application[0].channelUsed = next()
    a.application[0].link = next()
    a.application[0].payAsked = next()
    a.application[0].payOffered = next()
    a.application[0].payUsual = next()
    a.application[0].industry = next()
    a.application[0].resume = next()
    a.application[0].cover = next()
    a.application[0].coverText = next()
    a.application[0].notes = next()
    a.person[0].name = next()
    a.person[0].company = next()
    a.person[0].email = next()
    a.person[0].phone = next()
    a.person[0].notes = next()
    a.interview[0].dressExpected = next()
    a.interview[0].dressWorn = next()
    a.interview[0].notes = next()
    a.event[0].words = next()
    a.turn[0].question = next()
    a.turn[0].answer = next()
    a.turn[0].prepared = next()
    a.turn[0].better = next()
    a.finding[0].statement = next()
    a.feedback[0].from = next()
    a.feedback[0].verbatim = next()
    a.feedback[0].qualification = next()
    a.feedback[0].aspect = next()
    a.feedback[0].fit = next()
    a.feedback[0].comparison = next()
    a.feedback[0].three = [.init(next()), .init(next())]
    a.debrief[0].lesson = next()
    a.response[0].value = next()
    a.improvement[0].what = next()
    a.improvement[0].place = next()
    a.improvement[0].proof = next()
    a.improvement[0].options = next()
    a.improvement[0].cost = next()
    a.improvement[0].outcome = next()
    a.letter[0].subject = next()
    a.letter[0].override = next()
    a.letter[0].text = "the letter itself"
    a.note[0].text = next()
    a.preparation = Preparation.Kind.allCases.map { kind in
      Preparation(
        id: id("pre\(kind)"), application: a.application[0].id, kind: kind, recorded: noon
      ) {
        $0.text = next()
        $0.detail = next()
      }
    }
    let text = DossierText(
      dossier(a), reasons: reasons, now: noon, measure: scalars, columns: 60
    ).text()
    for it in texts { #expect(text.contains(it)) }
    #expect(text.contains("the letter itself"))
  }
}
