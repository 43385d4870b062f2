import DebriefModel
import Testing

/// How names are folded, looked up, and told from everyday words.
@Suite(.timed) struct NameRuleTests {
  @Test(arguments: [
    ("María", "maria"), ("Rafał Żuraw", "rafal zuraw"), ("O’Neil", "oneil"), ("O'Neil", "oneil"),
    ("Nguyễn", "nguyen"), ("Straße", "strasse"), ("Ærø", "aero"), ("Þór", "thor"), ("İnci", "inci"),
    ("Anne-Marie", "anne marie"), ("J. R. Hale", "j r hale"), ("e\u{301}", "e"), ("Ёлкин", "елкин"),
    ("Γιώργος", "γιωργοσ"), ("אָדָם", "אדם"), ("مُحَمَّد", "محمد"), ("Ｍａｒｉａ", "maria"),
    ("山田 太郎", "山田 太郎"),
    ("मारिया", "मारिया"), ("が", "が"), ("٠١", "01"), ("", ""), ("'", ""), ("\u{301}", ""),
    ("\u{200D}", ""),
    ("Ma\u{AD}ria", "maria"),
  ])
  func namesAreFolded(_ text: String, _ wanted: String) {
    #expect(NameFolding.words(text).joined(separator: " ") == wanted)
  }

  @Test func germanAndDanishLettersMayBeSpelledOut() {
    #expect(NameFolding.isSame("Müller", "Mueller") && NameFolding.isSame("Muller", "Müller"))
    #expect(NameFolding.isSame("Søren Ærø", "Soeren Aeroe") && !NameFolding.isSame("", ""))
    #expect(!NameFolding.isSame("か", "が") && !NameFolding.isSame("Sara", "Sarah"))
  }

  // MARK: - The look-up

  private static let people = [
    ("p1abc", "María José García"), ("p1xyz", "Nguyễn Văn An"), ("q2", "Sean O’Neil"),
    ("r3", "Rafał Żuraw"), ("s4", "Robert Müller"), ("t5", "山田太郎"), ("u6", "김민준"),
    ("v7", "Robert Hale"), ("w8", "ليلى حداد"), ("x9", "Mark"),
  ].map { id, name in Person(id: ID(id)) { $0.name = name } }

  @Test(arguments: [
    ("Maria", "p1abc"), ("MARÍA", "p1abc"), ("garcia", "p1abc"), ("Garcia, Maria", "p1abc"),
    ("maria jose garcia", "p1abc"), ("Maria Garcia", "p1abc"), ("Ms Garcia", "p1abc"),
    ("Nguyen", "p1xyz"), ("nguyen van an", "p1xyz"), ("O'Neil", "q2"), ("O’Neil", "q2"),
    ("oneil", "q2"), ("o neil", "q2"), ("rafal", "r3"), ("Zuraw", "r3"), ("raf", "r3"),
    ("Mueller", "s4"), ("muller", "s4"), ("Robert", "s4 v7"), ("Bob", "s4 v7"), ("Bob Hale", "v7"),
    ("Rob Hale", "v7"), ("Liz Hale", ""), ("山田", "t5"), ("太郎", "t5"), ("민준", "u6"), ("ليلى", "w8"),
    ("p1", "p1abc p1xyz"),
    ("p1a", "p1abc"), ("q2", "q2"), ("Hal", "v7"), ("ale", ""), ("", ""), ("'", ""), ("Dr", ""),
    ("mark", "x9"), ("Marc", ""),
  ])
  func aNameMeansAPerson(_ name: String, _ ids: String) {
    var nicknames = Nicknames()
    nicknames.add(["bob"], for: "robert")
    let found = PeopleLookup.matches(name, among: Self.people, nicknames: nicknames)
    #expect(found.map(\.id.text).joined(separator: " ") == ids)
  }

  @Test(arguments: [
    ("Maria", "p1abc"), ("sean o'neil", "q2"), ("Robert", ""), ("robert mueller", "s4"),
    ("Mar", ""),
    ("HR", ""), ("", ""), ("p1abc", ""),
  ])
  func beyondDoubtIsOnlyAWholeWord(_ name: String, _ id: String) {
    #expect((PeopleLookup.one(named: name, among: Self.people)?.id.text ?? "") == id)
  }

  @Test func shortFormsAreOfOneName() {
    var it = Nicknames()
    it.add(["bob", "rob"], for: "Robert")
    it.add(["Lešek"], for: "lech")
    #expect(it.areOne("bob", "robert") && it.areOne("robert", "rob") && !it.areOne("bob", "rob"))
    #expect(it.areOne("lesek", "lech") && !it.areOne("robert", "robert"))
    #expect(it.others(of: "bob") == ["robert", "rob"] && it.others(of: "ann").isEmpty)
  }

  // MARK: - Everyday words

  private static let words = OrdinaryWords(
    "# a comment\napple\nbest\nbox\nbuy\ndepot\ngap\ngo\nhome\nindeed\nlinear\nmeta\nnext\nnotion"
      + "\noracle\nramp\nshell\nsnap\nsquare\nstop\nstripe\ntarget\nvisa\nzoom")

  @Test func wordsAreFoundWithTheirEndings() {
    for word in ["target", "targets", "targeted", "boxes", "boxed", "stopped", "zooming", "apple"] {
      #expect(Self.words.contains(word), "\(word)")
    }
    for word in ["", "a", "targe", "zz", "acme", "brex", "#", "a comment", "visas2"] {
      #expect(!Self.words.contains(word), "\(word)")
    }
    #expect(!OrdinaryWords().contains("target") && !OrdinaryWords("").contains(""))
    #expect(OrdinaryWords("b\na\n\nc\r\n# d").contains("a") && OrdinaryWords("x").contains("x"))
  }

  /// A text with the name between angle brackets, the name on file, and what it is.
  @Test(arguments: [
    ("<Next> time bring a printed CV", "Next", NameInProse.Standing.doubtful),
    ("<Indeed>, I look forward to it.", "Indeed", .doubtful),
    ("-<ing> forms confuse me", "ING", .word), ("the -<ing> forms", "ING", .word),
    ("A <Hale>-like calm", "Hale", .name), ("<Next>-gen tools", "Next", .word),
    ("I hope so. <Indeed>, I do.", "Indeed", .doubtful),
    ("We talked about the <next> step.", "Next", .word),
    ("I missed my <target> there", "Target", .word),
    ("talked to <target> about pay", "Target", .doubtful),
    ("<target> they asked", "Target", .doubtful),
    ("we aim for a <target>", "Target", .word),
    ("I talked to <Target> about pay.", "Target", .name),
    ("They moved on at <Stripe>", "Stripe", .name), ("<Target> called me back.", "Target", .name),
    ("<Target>'s recruiter was kind.", "Target", .name),
    ("The <Shell> interview", "Shell", .doubtful),
    ("It was on <Zoom>", "Zoom", .doubtful), ("the <Zoom> call was slow", "Zoom", .doubtful),
    ("I need a <Visa> first", "Visa", .doubtful), ("the <next>-gen stack", "Next", .word),
    ("a <Box>-shaped thing", "Box", .word), ("I WILL CALL <TARGET> SOON", "Target", .doubtful),
    ("<NEXT> TIME BRING A CV", "Next", .doubtful),
    ("Bring A Printed Copy <Next> Time", "Next", .doubtful),
    ("we talked about <GAP> there", "GAP", .name),
    ("“<Square> was kind”, I said", "Square", .doubtful),
    ("<Monday> was bad", "Monday", .doubtful), ("we spoke on <Monday>", "Monday", .doubtful),
    ("at <Monday> they asked", "Monday", .doubtful),
    ("I was at <Best Buy> once", "Best Buy", .name),
    ("the <best buy> of All", "Best Buy", .word), ("talked to <best buy>", "Best Buy", .doubtful),
    ("<Best buy> I ever made. Yes", "Best Buy", .word),
    ("<Target Corporation> asked", "Target", .name),
    ("<brex> asked about pay", "Brex", .name), ("acme <acme>", "Acme", .name),
    ("nine <字>", "字", .name), ("<Apple> asked about Go", "Apple Inc.", .name),
    ("I like <apple> pie", "Apple", .word), ("the <oracle> of Delphi", "Oracle", .word),
  ])
  func wordsAreToldFromNames(_ marked: String, _ name: String, _ wanted: NameInProse.Standing)
    throws
  {
    let (text, place) = try taken(marked)
    let it = NameInProse(text, ordinary: Self.words)
    #expect(it.standing(of: place, as: name) == wanted)
  }

  /// A text without its `<` and `>`, and what stood between them.
  private func taken(_ marked: String) throws -> (text: [Character], place: Range<Int>) {
    var text = Array(marked)
    let start = try #require(text.firstIndex(of: "<"))
    text.remove(at: start)
    let end = try #require(text.firstIndex(of: ">"))
    text.remove(at: end)
    return (text, start..<end)
  }

  @Test(
    "names of one or two letters, of products, and of what one does with them",
    arguments: [
      ("<3M> asked about polymers", "3M", .name), ("met <3M> people", "3M", .doubtful),
      ("raise it to <3M> a year", "3M", .doubtful), ("the pay is <3m> a year", "3M", .word),
      ("<HP> asked about printers", "HP", .name), ("<HP> called", "HP Inc.", .name),
      ("I talked with <HP> today", "HP", .name), ("<hp> sauce", "HP", .word),
      ("<EY> called", "EY", .name), ("<H&M> wants a sample", "H&M", .name),
      ("<IF> asked for references", "IF", .doubtful), ("<If> asked, tell them", "IF", .word),
      ("<if> they ask", "IF", .word), ("<Go> over my notes", "Go", .word),
      ("<Go> wants to see me", "Go", .doubtful), ("They asked about <Go>", "Go", .doubtful),
      ("<X> said no", "X", .doubtful), ("solve for <X>", "X", .word), ("<x> marks it", "X", .word),
      ("<Oracle> experience is needed", "Oracle", .doubtful),
      ("<Oracle> asked me", "Oracle", .name),
      ("<Acme> certification came up", "Acme", .doubtful),
      ("<Uber> to the place", "Uber", .doubtful),
      ("<Uber> rejected me", "Uber", .name), ("<Google> the interviewers", "Google", .doubtful),
      ("Call with <Google> today", "Google", .name), ("<uber> excited", "Uber", .doubtful),
      ("<LinkedIn> profile needs work", "LinkedIn", .doubtful),
      ("<Next> interview bring a CV", "Next", .doubtful),
    ] as [(String, String, NameInProse.Standing)])
  func shortNamesAndProducts(_ marked: String, _ name: String, _ wanted: NameInProse.Standing)
    throws
  {
    let (text, place) = try taken(marked)
    let words = OrdinaryWords("go\nif\nnext\noracle\n")
    #expect(NameInProse(text, ordinary: words).standing(of: place, as: name) == wanted)
  }

  @Test func whatIsSetOffIsTheNameWithItsCapital() {
    let text = "Target: they asked about pay"
    let it = NameInProse(text, ordinary: Self.words)
    #expect(it.standing(of: 0..<6, as: "Target", isSetOff: true) == .name)
    let small = NameInProse("target: they asked", ordinary: Self.words)
    #expect(small.standing(of: 0..<6, as: "Target", isSetOff: true) == .doubtful)
    #expect(it.standing(of: 5..<5, as: "Target") == .name)
    // Words that head a note are not set off by the colon: they are what it is for.
    for (text, name) in [
      ("Next: bring a printed CV", "Next"), ("Indeed: it went well", "Indeed"),
      ("They were slow. Next: write to them", "Next"), ("Next : they asked", "Next"),
      ("Target: 90k", "Target"), ("Target: $90k", "Target"), ("Gap: two years abroad", "Gap"),
      ("Visa: they sponsor it", "Visa"),
    ] {
      let it = NameInProse(text, ordinary: Self.words)
      let characters = Array(text)
      let start = (0...(characters.count - name.count)).first {
        Array(name) == Array(characters[$0..<($0 + name.count)])
      }
      let place = (start ?? 0)..<(start ?? 0) + name.count
      #expect(it.standing(of: place, as: name, isSetOff: true) == .doubtful, "\(text)")
    }
    let behind = NameInProse("They were kind to me, Next", ordinary: Self.words)
    #expect(behind.standing(of: 22..<26, as: "Next", isSetOff: true) == .name)
    #expect(it.standing(of: 20..<200, as: "Target") == .name)
  }
}
