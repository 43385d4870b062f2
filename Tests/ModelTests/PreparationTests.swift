import DebriefModel
import Testing

@Suite(.timed) struct PreparationTests {
  private func entry(
    _ id: String, _ kind: Preparation.Kind, _ text: String, recorded: Moment = noon,
    _ fill: (inout Preparation) -> Void = { _ in }
  ) -> Preparation {
    Preparation(id: ID(id), application: ID("app"), kind: kind, recorded: recorded) {
      $0.text = text
      fill(&$0)
    }
  }

  private func round(_ start: Moment?, _ number: Int = 1, _ dress: String = "") -> Interview {
    Interview(id: ID("round\(number)"), application: ID("app"), recorded: noon) {
      $0.start = start
      $0.round = number
      $0.dressExpected = dress
    }
  }

  @Test func theCompanyFileIsAsFullAsItsAnsweredPrompts() {
    let it = dossier {
      $0.preparations = [
        entry("a", .company, "what they do") { $0.detail = "anvils" },
        entry("b", .company, "what they do") { $0.detail = "springs" },
        entry("c", .company, "news"),
        entry("d", .company, "gossip") { $0.detail = "counts for nothing" },
        entry("e", .company, "why me") { $0.detail = "I can count" },
      ]
    }
    let file = PreparationRules.completeness(it, now: noon)
    #expect(file.filled == [.whatTheyDo, .whyMe])
    #expect(file.percent == 33)
    #expect(!file.frozen)
  }

  @Test func itFreezesWhenTheFirstTalkBegins() {
    let start = noon.adding(seconds: 3600)
    let it = dossier {
      $0.interviews = [round(start.adding(seconds: 86400), 2), round(start)]
      $0.preparations = PreparationRules.Prompt.allCases.enumerated().map { i, prompt in
        entry("p\(i)", .company, prompt.rawValue, recorded: noon.adding(seconds: i * 1800)) {
          $0.detail = "known"
        }
      }
    }
    let before = PreparationRules.completeness(it, now: start.adding(seconds: -1))
    #expect(before.percent == 100 && !before.frozen)
    let after = PreparationRules.completeness(it, now: start)
    #expect(after.filled.count == 2 && after.percent == 33 && after.frozen)
  }

  @Test func yearsAreTooFewOrTooMany() {
    func flag(_ required: Int?, _ held: Int?) -> PreparationRules.Experience? {
      PreparationRules.experience(
        entry("r", .requirement, "Linux") { ($0.required, $0.held) = (required, held) })
    }
    #expect(flag(5, 4) == .under)
    #expect(flag(5, 5) == .right)
    #expect(flag(5, 9) == .right)
    #expect(flag(5, 10) == .over)
    #expect(flag(1, 3) == .right)
    #expect(flag(nil, 3) == nil && flag(3, nil) == nil)
    #expect(flag(.min, .max) == .over && flag(.max, .min) == .under)
  }

  @Test func theChannelIsComparedWhenBothAreKnown() {
    func mismatch(_ asked: String, _ used: String) -> Bool {
      PreparationRules.channelMismatch(
        Application(id: ID("app"), created: noon) {
          ($0.channelAsked, $0.channelUsed) = (asked, used)
        })
    }
    #expect(mismatch("form", "e-mail"))
    #expect(!mismatch("E-mail", "e-mail"))
    #expect(!mismatch("", "e-mail") && !mismatch("form", ""))
  }

  @Test func whatWasMissedInTimeIsAWeakness() {
    var ids = IDSource(seed: 1)
    let open = entry("a", .instruction, "bring a card")
    let due = entry("b", .document, "references") { $0.due = noon.day }
    let claim = entry("c", .claim, "French") { $0.state = .retract }
    let coming = dossier { $0.interviews = [round(noon.adding(seconds: 60))] }
    #expect(Recipe.weakness(open, coming, ids: &ids, now: noon) == nil)
    #expect(Recipe.weakness(due, coming, ids: &ids, now: noon) == nil)
    let held = dossier { $0.interviews = [round(noon)] }
    let found = Recipe.weakness(open, held, ids: &ids, now: noon)
    #expect(found?.statement == "Missed one of their instructions: bring a card")
    #expect(found?.reason == "R-INSTR" && found?.tier == .observed && found?.phase == .before)
    let late = noon.adding(seconds: 86400)
    #expect(Recipe.weakness(due, coming, ids: &ids, now: late)?.reason == "R-INSTR")
    let today = dossier { $0.interviews = [round(noon.adding(seconds: -86400)), round(noon, 2)] }
    #expect(Recipe.weakness(due, today, ids: &ids, now: noon) != nil)
    #expect(Recipe.weakness(claim, coming, ids: &ids, now: noon)?.reason == "R-FALSE")
    #expect(Recipe.weakness(open.cycled(on: noon.day), held, ids: &ids, now: noon) == nil)
    #expect(Recipe.dressWeakness(held, ids: &ids, now: noon)?.reason == "R-LOOK")
    #expect(Recipe.dressWeakness(coming, ids: &ids, now: noon) == nil)
    let known = dossier { $0.interviews = [round(noon, 1, "a shirt")] }
    #expect(Recipe.dressWeakness(known, ids: &ids, now: noon) == nil)
  }

  @Test(arguments: Preparation.Kind.allCases) func statesGoInACircle(_ kind: Preparation.Kind) {
    let first = entry("a", kind, "x") { $0.state = kind.states[0] }
    var it = first
    for _ in kind.states {
      it = it.cycled(on: noon.day)
      #expect((it.done != nil) == (it.state == .done || it.state == .asked))
    }
    #expect(it == first)
  }

  @Test func fewerThanTwoQuestionsIsTooLittle() {
    let asked = entry("a", .question, "who held it?") { $0.state = .asked }
    let other = entry("b", .question, "why?") { $0.state = .asked }
    let held = dossier {
      $0.interviews = [round(noon)]
      $0.preparations = [asked]
    }
    #expect(PreparationRules.askedTooLittle(held, now: noon))
    #expect(!PreparationRules.askedTooLittle(held, now: noon.adding(seconds: -1)))
    var both = held
    both.preparations.append(other)
    #expect(!PreparationRules.askedTooLittle(both, now: noon))
  }

  @Test func aTalkByVideoBringsATestOfTheConnection() {
    var ids = IDSource(seed: 1)
    var talk = round(noon.adding(seconds: 3 * 86400))
    #expect(Recipe.videoTest(for: talk, [], [], ids: &ids, now: noon) == nil)
    talk.format = .video
    let test = Recipe.videoTest(for: talk, [], [], ids: &ids, now: noon)
    #expect(test?.due == noon.day.adding(days: 2) && test?.kind == .instruction)
    let known = [entry("v", .instruction, "Check the Video link")]
    #expect(Recipe.videoTest(for: talk, known, [], ids: &ids, now: noon) == nil)
    talk.start = noon.adding(seconds: -60)
    #expect(Recipe.videoTest(for: talk, [], [], ids: &ids, now: noon) == nil)
  }
}
