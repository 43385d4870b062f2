import DebriefModel
import Foundation
import Testing

@testable import DebriefExport

/// What an adviser gets to see names nobody (A54).
@Suite(.timed) struct MaskTests {
  private func made(
    company: String = "Kestrel Labs", _ people: [(String, String)] = [("Ines Kahl", "")],
    _ fill: (inout Dossier) -> Void = { _ in }
  ) -> Dossier {
    var it = Dossier(Application(id: id("app"), created: noon) { $0.company = company })
    it.people = people.enumerated().map { n, person in
      Person(id: id("p\(n)")) {
        $0.name = person.0
        $0.company = person.1
      }
    }
    fill(&it)
    it.sort()
    return it
  }
  private func masked(_ text: String, _ it: Dossier? = nil, _ profile: Profile? = nil) -> String {
    Mask(it ?? made(), profile: profile).text(text)
  }

  @Test(arguments: [
    ("Ines Kahl asked", "Person A asked"), ("INES KAHL, ines kahl", "Person A, Person A"),
    ("Ines's view, Kahl’s too", "Person A's view, Person A’s too"),
    ("Kahls Frage", "Person A Frage"),
    ("Ines\nKahl", "Person A"), ("Kahlert and Inesita stay", "Kahlert and Inesita stay"),
    ("at Kestrel, at KESTREL LABS", "at Company A, at Company A"),
    ("kestrels fly", "Company A fly"), ("the labs were full", "the labs were full"),
    ("(Kahl)", "(Person A)"), ("Kahl/Kestrel", "Person A/Company A"), ("", ""),
    ("write to x.y@kestrel-labs.example now", "write to E-mail now"),
    ("see https://kestrellabs.example/jobs?a=1.", "see Link."), ("www.a.example", "Link"),
    ("kestrellabs.example has it", "Link has it"), ("e.g. Node.js 3.14", "e.g. Node.js 3.14"),
    ("call +49 30 555 01-00 or (030) 5550100", "call Phone or Phone"),
    ("on 2026-03-09 at 10:30, 60 000 to 70 000", "on 2026-03-09 at 10:30, 60 000 to 70 000"),
    ("0170-1234567", "Phone"), ("#0042 of 0815", "#0042 of 0815"),
  ])
  func standsInForWholeWords(_ text: String, _ wanted: String) {
    #expect(masked(text) == wanted)
  }

  @Test(
    "names are hidden in either alphabet, and however they are bent",
    arguments: [
      ("Ivan Petrov", "Иван asked, Ивана, Петрову", "Person A asked, Person A"),
      ("Иван Петров", "Ivan asked, Petrov's boss", "Person A asked, Person A's boss"),
      ("Anna Kahl", "Анна спросила Анну", "Person A спросила Person A"),
      ("Ivan Petrov", "он дан и или иван", "он дан и или иван"),
      ("Γιώργος Νικολάου", "Giorgos asked", "Person A asked"),
      ("王芳", "王女士说, 王国", "Person A女士说, 王国"),
    ])
  func alphabets(_ name: String, _ text: String, _ wanted: String) {
    #expect(masked(text, made([(name, "")])) == wanted)
  }

  @Test("a company of a digit and a letter is hidden as it is written, and a sum stays")
  func shortCompanies() {
    let it = made(company: "3M")
    #expect(
      masked("3M asked, 3M's offer was 3m", it) == "Company A asked, Company A's offer was 3m")
    #expect(masked("I was at 3M", it) == "I was at Company A")
  }

  @Test func theSameNameHasTheSameStandIn() {
    let it = made([("Ines Kahl", "Kestrel Labs"), ("Moses Abara", "Nordlicht")])
    #expect(
      masked("Ines Kahl and Moses: Kahl, Abara; Nordlicht, Kestrel", it)
        == "Person A and Person B: Person A, Person B; Company B, Company A")
  }

  @Test func namesOfOtherScriptsAreFoundInsideTheirText() {
    let it = made(company: "株式会社はやぶさ", [("佐藤 花子", ""), ("ليلى حداد", "")])
    let text = masked("先日、株式会社はやぶさの佐藤さんと", it)
    #expect(text.contains("Company A") && text.contains("Person"))
    #expect(!text.contains("はやぶさ") && !text.contains("佐藤"))
    #expect(!masked("شكرا لليلى", it).contains("ليلى"))
  }

  @Test func aNameThatIsAWordNeedsItsCapital() {
    let it = made([("Will Mark", "")])
    #expect(masked("Will said I will now mark it", it) == "Person A said I will now mark it")
    #expect(masked("will mark", it) == "Person A")
  }

  @Test func roleWordsInTheLogNameNobody() {
    let it = made(company: "Acme", []) { dossier in
      dossier.feedback = ["HR, e-mail", "Ines Kahl (HR)", "the hiring manager"].enumerated().map {
        n, from in
        Feedback(id: id("f\(n)"), application: id("app"), recorded: noon) { $0.from = from }
      }
    }
    #expect(
      Mask(it).dossier(it).feedback.map(\.from).sorted() == [
        "HR, e-mail", "Person A (HR)", "the hiring manager",
      ])
  }

  @Test func aStandInIsNotMaskedAgain() {
    // A person who is called like a word of a stand-in.
    let it = made(company: "Mail Phone", [("Company Link", "")])
    let text = masked("write to a@b.example, +49 30 5550199, www.b.example, Link", it)
    #expect(text == "write to E-mail, Phone, Link, Person A")
  }

  @Test func lettersNameWhomTheyGreetAndWhoSigns() {
    let letter = Letter(id: id("l"), application: id("app"), kind: "L1", recorded: noon) {
      $0.to = id("p0")
      $0.text = "Dear Layla,\n\nthank you for the talk.\n\nAlex Doe"
    }
    let it = made([("ليلى", "")]) { $0.letters = [letter] }
    let profile = Profile { $0.name = "Alexander Doe-Muster" }
    let shown = Mask(it, profile: profile).dossier(it).letters[0].text
    #expect(shown == "Dear Person A,\n\nthank you for the talk.\n\nPerson B")
    for greeting in ["Dear all,", "Dear hiring team,", "Thank you,"] {
      var other = letter
      other.text = greeting + "\n\nYours,\nthe one who asks."
      let plain = made([]) { $0.letters = [other] }
      #expect(Mask(plain).dossier(plain).letters[0].text == other.text)
    }
  }

  @Test func moreThanTwentySixAreStillToldApart() {
    let it = made((0..<60).map { ("Name\($0) Family\($0)", "") })
    let shown = Set(Mask(it).dossier(it).people.map(\.name))
    #expect(shown.count == 60)
    #expect(shown.contains("Person A") && shown.contains("Person BH"))
  }

  /// The canary: every text field of every noun holds every name in several ways, and none is left,
  /// neither in JSON nor in the texts to read.
  @Test func noKnownNameIsLeftAnywhere() throws {
    let text =
      "Ynez Kahl's, kahl, YNEZ; Kestrel Labs' kestrel ynez.kahl@kestrel.example +49 30 5550100"
      + " https://kestrel.example/ynez Robin Muster muster@example.org Kahls"
    var a = fullArchive(text)
    a.application[0].company = "Kestrel Labs"
    a.application[0].role = text
    a.application[0].channelAsked = text
    a.application[0].channelUsed = text
    a.application[0].payAsked = text
    a.application[0].payOffered = text
    a.application[0].payUsual = text
    a.application[0].industry = text
    a.application[0].resume = text
    a.application[0].cover = text
    a.application[0].coverText = text
    a.person[0].name = "Ynez Kahl"
    a.person[0].company = "Kestrel Labs"
    a.person[0].email = "ynez.kahl@kestrel.example"
    a.person[0].phone = "+49 30 5550100"
    a.person[0].notes = text
    a.interview[0].dressExpected = text
    a.interview[0].dressWorn = text
    a.turn[0].prepared = text
    a.turn[0].better = text
    a.finding[0].rival = text
    a.feedback[0].from = "Ynez Kahl"
    a.feedback[0].qualification = text
    a.feedback[0].aspect = text
    a.feedback[0].fit = text
    a.feedback[0].comparison = text
    a.response[0].skipped = text
    a.improvement[0].place = text
    a.improvement[0].proof = text
    a.improvement[0].options = text
    a.improvement[0].cost = text
    a.improvement[0].outcome = text
    a.letter[0].subject = text
    a.letter[0].override = text
    a.preparation = [
      Preparation(id: id("pre"), application: id("app0"), kind: .claim, recorded: noon) {
        $0.text = text
        $0.detail = text
      }
    ]
    let profile = Profile {
      $0.name = "Robin Muster"
      $0.email = "muster@example.org"
    }
    let full = dossier(a)
    let it = Mask(full, profile: profile).dossier(full)
    let outputs = [
      try DossierJSON.encode(it, reasons: reasons, now: noon),
      DossierText(it, reasons: reasons, now: noon, measure: scalars, columns: 200).text(),
      PageMarkdown.text(it, reasons: reasons, now: noon),
      PageText.unicode(it, reasons: reasons, now: noon, measure: scalars),
    ]
    for output in outputs {
      let lower = output.lowercased()
      for name in ["ynez", "kahl", "kestrel", "muster", "robin", "5550100", "@", "http"] {
        #expect(!lower.contains(name), "\(name) is left")
      }
      #expect(output.contains("Person A") && output.contains("Company A"))
    }
    // The text was there before: else the test could not fail.
    let before = try DossierJSON.encode(full, reasons: reasons, now: noon).lowercased()
    #expect(before.components(separatedBy: "kahl").count > 40)
  }

  @Test func othersOnFileAreMaskedWhereTheyAreMentioned() {
    let it = made { dossier in
      dossier.application.notes = "Nordlicht wanted it too, said Moses. はやぶさ also."
    }
    let others = NamesOnFile(
      companies: ["Nordlicht", "Unmentioned GmbH", "株式会社はやぶさ", "はやぶさ", ""],
      people: ["Moses Abara", "Ada Nobody"])
    let mask = Mask(it, others: others)
    let notes = mask.dossier(it).application.notes
    #expect(notes == "Company B wanted it too, said Person B. Company C also.", "\(notes)")
    // Who is not mentioned takes no letter.
    #expect(!mask.names.contains { $0.text.contains("Unmentioned") || $0.text.contains("Ada") })
  }

  @Test func idsAndDaysStay() {
    let full = dossier(fullArchive("Ines"))
    let it = Mask(full).dossier(full)
    #expect(it.turns.map(\.id) == full.turns.map(\.id))
    #expect(it.events.map(\.known) == full.events.map(\.known))
    #expect(it.application.id == full.application.id)
  }
}
