import DebriefContent
import DebriefModel
import Testing

/// What a letter says once it's over: it speaks of what ended it, and to whoever it was.
@Suite(.timed) struct EndedLetterTests {
  private func ended(_ kinds: Event.Kind..., name: String = "Ines Kahl") -> Dossier {
    dossier { d in
      d.application.role = "Baker"
      d.people = [
        Person(id: ID("ines")) { $0.name = name }, Person(id: ID("tove")) { $0.name = "Tove Berg" },
      ]
      d.interviews = [
        Interview(id: ID("i"), application: ID("app"), recorded: noon) {
          $0.round = 1
          $0.start = noon.adding(seconds: -5 * 86400)
          $0.people = [ID("ines"), ID("tove")]
        }
      ]
      d.events = kinds.enumerated().map { n, kind in
        Event(
          id: ID("e\(n)"), application: ID("app"), kind: kind,
          on: noon.day.adding(days: n - kinds.count), recorded: noon
        ) { $0.person = kind == .refused ? ID("ines") : nil }
      }
    }
  }

  private func draft(_ kind: LetterKind, _ it: Dossier, to: String) -> String {
    let profile = Profile { $0.name = "Robin Muster" }
    let facts = LetterFacts(it, to: it.person(ID(to)), profile: profile, now: noon)
    return Library(userFolder: nil).letters().draft(kind, facts).text
  }

  @Test(arguments: [[Event.Kind.offered], [.offered, .declined], [.applied], [.withdrew]])
  func anOfferIsDeclinedAndAnApplicationWithdrawn(_ kinds: [Event.Kind]) {
    var it = ended()
    it.events = kinds.enumerated().map { n, kind in
      Event(
        id: ID("e\(n)"), application: ID("app"), kind: kind, on: noon.day.adding(days: n - 3),
        recorded: noon)
    }
    let text = draft(.withdrawal, it, to: "ines")
    let isOffer = kinds.contains(.offered)
    #expect(text.contains("offering me the Baker role") == isOffer, "\(text)")
    #expect(text.contains("decided not to accept") == isOffer)
    #expect(text.contains("withdraw my application") != isOffer)
  }

  /// The same letter is called by what it does.
  @Test func whoWasMadeAnOfferDeclinesIt() {
    #expect(ended(.applied).title(of: .withdrawal) == "withdrawing")
    #expect(ended(.applied, .offered).title(of: .withdrawal) == "declining the offer")
    #expect(ended(.applied, .offered, .declined).title(of: .withdrawal) == "declining the offer")
    #expect(ended(.applied, .withdrew).title(of: .withdrawal) == "withdrawing")
    #expect(ended(.applied, .offered).title(of: .thanks) == LetterKind.thanks.title)
  }

  @Test func onlyWhoBroughtTheNewsIsThankedForIt() {
    let it = ended(.refused)
    func isThanked(_ id: String?) -> Bool {
      LetterFacts(it, to: id.flatMap { it.person(ID($0)) }, now: noon).flags.contains(.toldMe)
    }
    #expect(isThanked("ines") && !isThanked("tove"))
    #expect(isThanked(nil), "nobody in particular: whoever told them")
    #expect(draft(.thanks, it, to: "ines").contains("letting me know your decision"))
    #expect(!draft(.thanks, it, to: "tove").contains("what you decided"))
    let waiting = ended(.applied)
    #expect(
      !LetterFacts(waiting, to: waiting.person(ID("ines")), now: noon).flags.contains(.toldMe))
  }

  /// Those who are known to give no feedback are asked for none.
  @Test(arguments: [true, false], [true, false]) func whoGivesNoFeedbackIsNotAsked(
    isMarked: Bool, wasInterviewed: Bool
  ) {
    var it = ended(.refused)
    if !wasInterviewed { it.interviews = [] }
    #expect(draft(.request, it, to: "tove").contains("?"))
    if isMarked {
      it.marks = [
        Mark(
          id: ID("m"), application: ID("app"), entry: AfterNo.noFeedback(it.events[0].id),
          action: .dropped, recorded: noon)
      ]
    } else {
      it.feedback = [
        Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
          ($0.person, $0.asked, $0.received) = (ID("ines"), noon.day, noon.day)
          $0.candour = .declined
        }
      ]
    }
    #expect(it.givesNoFeedback)
    let person = draft(.request, it, to: "tove")
    #expect(person.contains("one tip") && person.contains("no need to reply"), "\(person)")
    let firm = draft(.request, it, to: "")
    #expect(!firm.contains("tip") && firm.contains("closer match"), "\(firm)")
    it.application.region = .uk
    let legal = draft(.request, it, to: "")
    #expect(legal.contains("a copy of the notes") && !legal.contains("closer match"), "\(legal)")
    for text in [person, firm, legal] {
      #expect(!text.contains("?"), "\(text)")
      #expect(!text.contains("advice") && !text.contains("held me back"), "\(text)")
      #expect(text.split(separator: " ").count < 100, "\(text)")
    }
    #expect(
      LetterTiming.advice(.request, it, LetterSettings(), now: noon) == LetterTiming.noneGiven)
    // The law gives a way without having asked in vain, and only there.
    #expect(LetterRules.refusal(.access, it, now: noon) == nil)
    it.application.region = .other
    #expect(LetterRules.refusal(.access, it, now: noon) != nil)
  }

  @Test func anInterviewThatNeverCameIsNotWaitedFor() {
    func refusal(_ kinds: Event.Kind...) -> String? {
      var it = ended()
      it.interviews = []
      it.events = kinds.enumerated().map { n, kind in
        Event(
          id: ID("e\(n)"), application: ID("app"), kind: kind, on: noon.day.adding(days: n - 3),
          recorded: noon)
      }
      return LetterRules.refusal(.thanks, it, now: noon)
    }
    #expect(refusal(.applied)?.contains("yet") == true)
    for end in [Event.Kind.withdrew, .refused, .silent, .declined, .accepted] {
      #expect(refusal(.applied, end)?.contains("for after an interview") == true, "\(end)")
    }
  }

  @Test func silenceCountedAsANoIsCalledThat() {
    var it = ended()
    it.events = [
      Event(id: ID("e"), application: ID("app"), kind: .silent, on: noon.day, recorded: noon)
    ]
    for kind in [LetterKind.request, .anyway, .evidence, .hr, .manager] {
      let refusal = LetterRules.refusal(kind, it, now: noon)
      #expect(refusal?.hasPrefix("They never answered") == true, "\(kind): \(refusal ?? "nil")")
    }
  }

  @Test(arguments: [
    ("Dr Odd Berntsen", "Dear Dr Berntsen,"), ("Dr. Anna van der Berg", "Dear Dr. van der Berg,"),
    ("Prof. Dr. Ines Kahl", "Dear Prof. Dr. Kahl,"), ("Phil Berg", "Dear Phil Berg,"),
    ("Dr Odd Berntsen, PhD", "Dear Dr Odd Berntsen, PhD,"), ("Odd Berntsen", "Dear Odd Berntsen,"),
  ])
  func aTitleGoesWithTheFamilyName(_ name: String, _ greeting: String) {
    let text = draft(.withdrawal, ended(.applied, name: name), to: "ines")
    #expect(text.hasPrefix(greeting), "\(text.prefix(60))")
  }
}
