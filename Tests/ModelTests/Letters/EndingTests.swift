import DebriefModel
import Testing

@Suite("The end of a letter", .timed)
struct EndingTests {
  private func rules(_ ending: String) throws -> Set<Remark.Rule> {
    var letter = try World.letter("L4-short")
    letter.exchange("Kind regards,\nRobin", ending)
    return letter.rules
  }

  @Test(
    "may be any plain one",
    arguments: [
      "Best", "Best wishes", "Warm wishes", "Very truly yours", "Cordially", "My best",
      "Again thank you!",
      "Again, thank you", "With warm wishes", "With appreciation", "Yours cordially",
      "With gratitude",
      "Many thanks again", "Thank you once more", "All my best", "Warmest wishes", "Kindest thanks",
      "Truly yours", "Respectfully yours", "Sincerest regards", "With kind wishes",
      "Take good care",
      "Looking forward to hearing from you", "Be well", "Thankfully", "In gratitude", "Talk soon",
      "Have a great week", "With best wishes and thanks", "My warmest regards", "Thanks so much",
      "Thank you very much", "Until next time", "With sincere thanks", "Good wishes from Husum",
      "Hopeful greetings from the coast", "Onward",
    ])
  func plain(_ ending: String) throws {
    #expect(try rules(ending + ",\nRobin") == [], "\(ending)")
  }

  @Test(
    "is one with a slip in it, too",
    arguments: ["Regrads", "Regads", "Sincerley", "Cheeers", "Thnaks", "Best Regrads"])
  func slip(_ ending: String) throws {
    #expect(try !rules(ending + ",\nRobin").contains(.coldEnding), "\(ending)")
  }

  @Test("may have a full stop behind it")
  func stop() throws { #expect(try rules("Thank you again.\nRobin Muster") == []) }

  @Test(
    "may be one line with the name, and a full stop behind it",
    arguments: [
      "Thanks so much, Paul.", "Thanks so much Paul.", "Thank you again, Robin.", "Best, Robin.",
      "Warmly, Robin Muster.", "Take care, Robin.", "Many thanks, Robin M.", "Cheers, R.",
      "With thanks, Robin Muster, Husum.", "Best Regards, Robin Muster.",
      "Best regards. Robin Muster.", "Yours, Robin.", "Gratefully, Robin.",
      "Have a great week, Robin.", "Looking forward to it, Robin.",
      "Thank you so much for everything, Robin.", "Thank you, 山田.",
      "Thanks again, Robin.\n\nPS: The slides are attached.",
      "Thanks again, Robin.\nEngineer, Husum",
    ])
  func named(_ ending: String) throws {
    #expect(try !rules(ending).contains(.coldEnding), "\(ending)")
  }

  @Test(
    "may be a name behind a dash",
    arguments: [
      "— Robin", "– Robin", "- Robin", "-- Robin", "―Robin", "~Robin", "~ Robin", "-R.",
      "— Robin Muster", "— Robin M.", "— robin", "— Robin.", "— Robin (she/her)",
      "— Robin Muster\nHusum", "--\nRobin", "-- \nRobin Muster\nHusum", "—\nRobin",
      "I’ll be in town on Friday — Robin", "We could talk on Monday. – Robin Muster",
    ])
  func dashed(_ ending: String) throws {
    #expect(try !rules(ending).contains(.coldEnding), "\(ending)")
  }

  @Test(
    "is none where a dash begins a list, or goes on in a sentence, and where a name is all there is",
    arguments: [
      "- the tour", "- I liked the lab", "I liked three things:\n- Queues\n- Kafka",
      "— I will call you", "— Or Monday?", "We met at the lab - twice", "We met in Kiel-Gaarden",
      "Robin.", "Thank you for the tour of Husum.", "Many thanks to Ines.",
      "Thanks again, Ines, and good luck.", "Thank you, Ines.\nI liked the lab and the tour.",
    ])
  func unsigned(_ ending: String) throws {
    #expect(try rules(ending).contains(.coldEnding), "\(ending)")
  }

  /// A line that only begins like a closing, with the letter below it, ends nothing.
  @Test(
    "leaves the letter to be counted, wherever it stands",
    arguments: [
      ("Thanks for the tour!\n\n", "\n\nTake care!"), ("Thanks for the tour!\n\n", " Take care!"),
      ("Thanks for the tour!\n\n", "… Take care!"), ("Thank you, all of you!\n\n", ""),
      ("", "\n\nTake care!\nRobin"), ("", " Take care, Robin"),
      ("Best of all:\n\n", " All the best!"),
    ])
  func counted(_ begin: String, _ end: String) throws {
    var letter = try World.letter("L4-short")
    let words =
      "I liked the lab, the people, the coffee, and all the talk about queues and how they hang; it was "
      + "a joy to see how well you all work. I wish you luck, and may I ask what gave you doubt?"
    letter.text = "Dear Rafał,\n\n\(begin)\(words) Thanks for all of it.\(end)"
    #expect(!letter.rules.contains(.tooShort), "\(letter.remarks)")
    #expect(letter.rules.contains(.coldEnding) == end.isEmpty, "\(letter.remarks)")
  }

  @Test("is missed where there is none, and told where it is cold")
  func missing() throws {
    #expect(try rules("") == [.coldEnding])
    #expect(try rules("Robin Muster") == [.coldEnding])
    #expect(try rules("Robin Muster,\nHusum") == [.coldEnding])
    #expect(try rules("So be it.\nRobin") == [.coldEnding])
  }
}

@Suite("How a closing is spelled", .timed)
struct ClosingSpellingTests {
  /// What the dictionary does not know of these lines, and what it offers.
  private static let unknown = [
    "sincerley": ["sincerely"], "regads": ["regards"], "regrads": ["regards"],
    "agian": ["again"], "truely": ["truly"], "wihses": ["wishes"], "graet": ["great", "gras"],
    "freundlichen": [], "Grüßen": [], "cordiales": ["cordials"], "Saludos": [],
    "vriendelijke": [], "groet": ["greet"], "Bien": ["Bin"], "cordialement": ["cordially"],
    "Cordialement": [], "saludo": ["salute"], "Pozdrawiam": [], "serdecznie": [], "mina": ["mine"],
    "Venlig": [], "hilsen": [], "Srdečně": [], "zdravím": [], "honoured": ["honored"],
  ]

  private func words(_ ending: String, _ elsewhere: [String: String] = [:]) throws -> [String] {
    var letter = try World.letter("L4-short")
    letter.exchange("Kind regards,\nRobin", ending)
    var report = SpellingReport(language: "en_US", unknown: ClosingSpellingTests.unknown)
    report.elsewhere = elsewhere
    letter.context.spelling = report
    let remarks = World.linter.remarks(
      subject: letter.subject, text: letter.text, context: letter.context)
    #expect(Set(remarks.map(\.rule)).isSubset(of: [.spelling]), "\(remarks)")
    return remarks.filter { $0.rule == .spelling }.map(\.words)
  }

  @Test(
    "is told",
    arguments: [
      ("Yours sincerley,\nRobin", "sincerley"), ("Best regads,\nRobin", "regads"),
      ("Best regads\nRobin", "regads"), ("Kind regrads,\nRobin", "regrads"),
      ("Thank you agian,\nRobin", "agian"), ("Thanks agian!\nRobin", "agian"),
      ("Yours truely,\nRobin Muster\nHusum", "truely"), ("Warm wihses,\nRobin", "wihses"),
      ("Have a graet week,\nRobin", "graet"), ("Best wihses\n\nRobin", "wihses"),
    ])
  func told(_ ending: String, _ word: String) throws { #expect(try words(ending) == [word]) }

  @Test(
    "is left alone where it is right, and where it is another language's",
    arguments: [
      "Kind regards,\nRobin", "Best regards from Husum,\nRobin", "Yours faithfully,\nRobin",
      "Yours in anticipation,\nRobin", "Mit freundlichen Grüßen,\nRobin",
      "Mit freundlichen Grüßen\nRobin Muster", "Saludos cordiales,\nRobin",
      "Met vriendelijke groet,\nRobin", "Bien cordialement,\nRobin", "Cordialement,\nRobin",
      "Un cordial saludo,\nRobin", "Pozdrawiam serdecznie,\nRobin", "Venlig hilsen,\nRobin",
      "Srdečně zdravím,\nRobin", "Take care,\nrobin", "thanks mina",
    ])
  func right(_ ending: String) throws { #expect(try words(ending) == []) }

  @Test("is told as another region's where it is")
  func region() throws {
    #expect(try words("With honoured thanks,\nRobin", ["honoured": "en_GB"]) == ["honoured"])
  }
}

@Suite("A word twice", .timed)
struct DoubledWordTests {
  private func doubled(_ sentence: String) -> [String] {
    World.linter.remarks(subject: "", text: sentence, context: LintContext(today: World.today))
      .filter { $0.rule == .doubledWord }.map(\.words)
  }

  @Test(
    "is a mistake where what follows shows it",
    arguments: [
      ("I was glad to hear that that any offer is open.", "that that"),
      ("I think that that the test went well.", "that that"),
      ("I had had been there.", "had had"), ("We met in in the hall.", "in in"),
      ("It it was a good day.", "It it"),
      ("I know you you are busy.", "you you"), ("We met on on Monday.", "on on"),
      ("I saw the the lab.", "the the"),
    ])
  func mistakes(_ sentence: String, _ words: String) { #expect(doubled(sentence) == [words]) }

  @Test(
    "is right where it may stand",
    arguments: [
      "I know that that was right.", "I had had my doubts.", "I think that that idea is good.",
      "All the time I had had to wait.", "What it is is new.", "It was very very good.",
      "I see that that is so.",
    ])
  func right(_ sentence: String) { #expect(doubled(sentence) == []) }
}

@Suite("A letter of another script", .timed)
struct ScriptTests {
  @Test(
    "is not told that it is too short",
    arguments: [
      "שלום רב,\n\nתודה על הזמן.\n\nבברכה,\nרובין", "مرحبا،\n\nشكرا على وقتكم.\n\nمع التحية،\nروبن",
      "お時間をいただきありがとうございました。", "ขอบคุณสำหรับเวลาของคุณ", "감사합니다. 좋은 하루 되세요.",
      "समय देने के लिए धन्यवाद।",
    ])
  func short(_ text: String) throws {
    var letter = try World.letter("L4-short")
    letter.text = text
    #expect(letter.rules.isDisjoint(with: [.tooShort, .tooLong]))
  }

  @Test("is not counted by the limits of another language")
  func otherLanguage() throws {
    var letter = try World.letter("L4-short")
    letter.text =
      "Guten Tag,\n\nvielen herzlichen Dank für das schöne Gespräch gestern Nachmittag und alle Auskünfte.\n\nRobin"
    #expect(letter.rules.isDisjoint(with: [.tooShort, .tooLong]))
  }

  @Test("is counted in letters that are")
  func counted() throws {
    var letter = try World.letter("L4-short")
    letter.text = "Guten Tag,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nRobin"
    #expect(letter.rules.contains(.tooShort))
  }
}

@Suite("A word of another region", .timed)
struct RegionTests {
  @Test("is told once, with its region")
  func told() throws {
    var letter = try World.letter("none-english")
    letter.text = "I liked the colour, and I realise that you organise the programme."
    var report = SpellingReport(
      language: "en_US",
      unknown: [
        "colour": ["color"], "realise": ["realize"], "organise": ["organize"], "programme": [],
      ])
    for word in report.unknown.keys { report.elsewhere[word] = "en_GB" }
    letter.context.spelling = report
    let remarks = World.linter.remarks(subject: "", text: letter.text, context: letter.context)
      .filter { $0.rule == .spelling }
    #expect(remarks.map(\.words) == ["colour"])
    #expect(
      remarks.first?.says
        == "“colour” is British English spelling, but your letters are set to American English. You can change that in your profile"
    )
  }
}
