import Testing

@testable import DebriefModel

/// What is known of the cover letter of an application, and whether it holds what was taken back.
@Suite(.timed) struct CoverLetterTests {
  private func application(
    sent: Bool? = nil, version: String? = nil, text: String? = nil
  ) -> Application {
    Application(id: ID("app"), created: noon) {
      ($0.coverSent, $0.cover, $0.coverText) = (sent, version, text)
    }
  }

  @Test func aVersionOrATextSaysThatOneWasSent() {
    #expect(application().hasCover == nil && application().saidCover == nil)
    #expect(application(version: "  ", text: "").hasCover == nil)
    #expect(application(sent: false).hasCover == false)
    #expect(application(sent: false).saidCover == "none sent")
    #expect(application(sent: true).saidCover == "yes")
    #expect(application(text: "Dear team,").saidCover == "yes")
    #expect(application(version: " warm ").hasCover == true)
    #expect(application(version: " warm ").saidCover == "warm")
    // Two computers may each say something: what is there was sent.
    #expect(application(sent: false, version: "warm").hasCover == true)
  }

  @Test(arguments: [
    ("Ran Kafka for four years", "Dear team, I ran Kafka, for four years.", true),
    ("Ran Kafka for four years", "I ran KAFKA for\nfour years", true),
    ("Résumé of Söder", "the resume of Soder", true),
    ("Ran Kafka for four years", "I ran Kafka for fourteen years.", false),
    ("Kafka", "KafkaConnect", false), ("Kafka", "", false), ("…", "Anything … at all.", false),
  ]) func aClaimThatWasDroppedIsFoundInIt(_ claim: String, _ text: String, _ isThere: Bool) {
    var it = Dossier(application(text: text))
    func entry(_ kind: Preparation.Kind, _ state: Preparation.State) -> Preparation {
      Preparation(id: ID("\(kind)\(state)"), application: ID("app"), kind: kind, recorded: noon) {
        ($0.text, $0.state) = (claim, state)
      }
    }
    it.preparations = [
      entry(.claim, .provable), entry(.claim, .needsProof), entry(.requirement, .open),
    ]
    #expect(it.retractedInCover.isEmpty)
    it.preparations.append(entry(.claim, .retract))
    #expect(it.retractedInCover.map(\.id) == (isThere ? [ID("claimretract")] : []))
  }

  /// The debrief doesn't ask what the application says, be it that there was none.
  @Test func theDebriefKnowsOfIt() throws {
    func holds(_ condition: String, _ application: Application) throws -> Bool {
      let debrief = Debrief(
        id: ID("d"), application: application.id, branch: .rejectedWithoutInterview, started: noon)
      let facts = WizardFacts(Dossier(application), debrief: debrief, now: noon)
      return facts.holds(try Condition(parsing: condition))
    }
    #expect(try holds("not @cover", application()))
    #expect(try !holds("not @cover", application(sent: false)))
    #expect(try holds("@cover is without", application(sent: false)))
    #expect(try holds("@cover is sent", application(version: "warm")))
  }
}
