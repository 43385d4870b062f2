import DebriefContent
import DebriefModel
import Testing

/// Whom a letter greets: the name on file, whole, or a short form of it.
@Suite(.timed) struct GreetingTests {
  private func remarks(_ greeting: String, to name: String, _ body: String = "Thank you.")
    -> [Remark]
  {
    var context = LintContext(today: World.today)
    context.kind = .request
    context.dossier = World.nordlicht
    context.profile = World.profile
    context.recipient = Person(id: ID("reader")) {
      $0.name = name
      $0.company = "Nordlicht"
    }
    context.foreignNames = ["Target", "Indeed", "Next", "Zoom", "Kestrel Labs", "Morgan"]
    return World.linter.remarks(
      subject: "Thanks", text: "\(greeting),\n\n\(body)\n\nBest wishes,\nRobin", context: context)
  }

  @Test(arguments: [
    ("Paul Hale", "Dear Paul"), ("Paul Hale", "Dear Mr Hale"), ("Paul Hale", "Dear Mr. P. Hale"),
    ("Paul Hale", "Hi Paul and team"), ("Robert Müller", "Dear Bob"),
    ("Robert Müller", "Dear Rob Mueller"),
    ("Bob Müller", "Dear Robert"), ("María García", "Dear Maria"),
    ("María García", "Dear Ms Garcia"),
    ("Rafał Żuraw", "Dear Rafal"), ("Sean O’Neil", "Dear Mr O'Neil"),
    ("Katarzyna Nowak", "Dear Kasia"),
    ("Francisco Ruiz", "Hola Paco"), ("Johannes Blau", "Lieber Hannes"),
    ("Aleksandr Blok", "Hi Sasha"),
    ("Elizabeth Stone", "Dear Liz Stone"), ("Tove Lindqvist-Ørsted", "Dear Ms Lindqvist-Orsted"),
    ("Ines Kahl", "Dear Ines and Tove"), ("Ines Kahl", "Dear INES"),
    ("Nguyễn Văn An", "Dear An Nguyen"),
    ("José García López", "Dear Señor García"), ("Jean-Pierre Dubois", "Cher Monsieur Dubois"),
    ("Ayşe Yıldız", "Dear Ayse Hanım"), ("Иван Петров", "Dear Ivan"),
    ("Kim Min-jun", "Dear Minjun"), ("Kim Minjun", "Dear Min-jun"),
    ("Anne-Marie Hale", "Dear Anne-marie"),
    ("山田太郎", "Dear Taro"), ("Ines Kahl", "Dear Hiring Team and Ines"), ("Ines Kahl", "Hello Ines"),
    ("Ines Kahl", "Good morning, Ines"), ("Ines Kahl", "Good afternoon, Ms. Kahl"),
    ("Ines Kahl", "Hello, Ines"), ("Ines Kahl", "Good evening Ines"),
    ("Paul Hale", "Hi, Mr. P. Hale"),
  ])
  func theNameOnFilePasses(_ name: String, _ greeting: String) {
    #expect(remarks(greeting, to: name).filter { $0.rule == .recipient } == [])
  }

  /// Names without capitals: what follows them shows that they're names.
  @Test(arguments: [
    ("佐藤", "Dear 佐野様"), ("佐藤花子", "佐野様"), ("佐藤 花子", "Dear 佐野花子さん"), ("佐藤 花子", "Hello 佐野さん"),
    ("王小明", "Dear 李先生"), ("王小明", "尊敬的李经理"), ("김민준", "Dear 박민준님"), ("김 민준", "박 부장님"),
    ("스즈키", "Dear 사토씨"), ("サトウ", "Dear スズキさん"), ("佐藤 花子", "Dear 花江様"),
  ])
  func anotherFamilyNameWithoutCapitalsIsSaid(_ name: String, _ greeting: String) {
    let found = remarks(greeting, to: name).filter {
      $0.rule == .recipient && $0.says.contains(name)
    }
    #expect(found.count == 1, "\(found)")
  }

  @Test(arguments: [
    ("佐藤", "Dear 佐藤様"), ("佐藤花子", "佐藤様"), ("佐藤 花子", "Dear 佐藤花子さん"), ("佐藤花子", "Dear 花子さん"),
    ("佐藤 花子", "Dear 佐藤部長"), ("髙橋 一郎", "Dear 高橋様"), ("斎藤", "Dear 斉藤様"), ("陳大文", "Dear 陈大文先生"),
    ("王小明", "尊敬的王经理"), ("김민준", "Dear 김민준님"), ("김 민준", "김 부장님"), ("王 昭君", "Dear 昭君"),
    ("佐藤", "Dear さとう様"), ("Hanako Sato", "Dear 佐藤様"), ("佐藤 花子", "Dear Ms. Sato"),
    ("佐藤", "採用ご担当者様"), ("佐藤", "皆様"), ("김민준", "채용 담당자님"), ("佐藤", "Dear 先生"),
    ("佐藤 ハナ", "Dear ハナさん"), ("佐藤・マリア", "Dear マリアさん"),
  ])
  func theNameWithoutCapitalsPasses(_ name: String, _ greeting: String) {
    #expect(
      remarks(greeting, to: name).filter {
        $0.rule == .recipient && $0.says.contains("but the letter")
      }
        == [])
  }

  /// Signs have several readings, and other alphabets several ways to be written in ours: what can't be known
  /// raises nothing, also where only a part of the name is written so.
  @Test(arguments: [
    ("山田 花", "Dear Ms Yamada"), ("山田 花", "Dear Hana"), ("東 健", "Dear Mr Higashi"),
    ("東 健", "Dear Mr Azuma"), ("東 健", "Dear Ken"), ("Yamada 花", "Dear Hanako"),
    ("Yamada 花", "Dear Ms Yamada"), ("王 Lei", "Dear Mr Wang"), ("Hana 山田", "Dear Ms Yamada"),
    ("김 민준", "Dear Mr Kim"), ("محمد علي", "Dear Mohammed"), ("דוד כהן", "Dear Mr Cohen"),
    ("สมชาย ใจดี", "Dear Somchai"), ("Արմեն Սարգսյան", "Dear Armen"),
    ("გიორგი ბერიძე", "Dear Giorgi"), ("Қанат Әлиев", "Dear Kanat"),
    ("Юлия Петрова", "Dear Julia"), ("Юлия Петрова", "Dear Ms Petrova"),
    ("Ксения Орлова", "Dear Xenia"), ("Екатерина Белова", "Dear Yekaterina"),
    ("Пётр Ильин", "Dear Pyotr"), ("Пётр Ильин", "Dear Mr Ilyin"),
    ("Михаил Орлов", "Dear Michael Orlov"), ("Γιώργος Παππάς", "Dear Yorgos"),
    ("Γιώργος Παππάς", "Dear George"), ("Γιώργος Παππάς", "Dear Mr Pappas"),
  ])
  func aNameInOtherSignsMayBeWrittenInManyWays(_ name: String, _ greeting: String) {
    #expect(remarks(greeting, to: name).filter { $0.rule == .recipient } == [])
  }

  @Test(arguments: [
    ("Юлия Петрова", "Dear Lydia"), ("Юлия Петрова", "Dear Tove"), ("Анна Белова", "Dear Inna"),
    ("Иван Петров", "Dear Peter"), ("Михаил Орлов", "Dear Mr Orlando"),
    ("Γιώργος Παππάς", "Dear Petros"), ("Γιώργος Παππάς", "Dear Tove"),
  ])
  func anotherNameIsSaidInAnAlphabetThatIsKnown(_ name: String, _ greeting: String) {
    #expect(remarks(greeting, to: name).contains { $0.rule == .recipient })
  }

  @Test(arguments: [
    ("Paul Hale", "Dear Paula"), ("Sarah Jones", "Dear Sara"), ("Daniel Hale", "Dear Mr Halen"),
    ("Sara Jones", "Dear Sarah"), ("Paula Hale", "Dear Paul"), ("Robert Hale", "Dear Roberta"),
    ("Daniel Hale", "Dear Daniela"), ("Daniel Hale", "Dear Daniel Halen"),
    ("Daniel Halen", "Dear Mr Hale"),
    ("Alexander Hale", "Dear Alexandra"), ("Katherine Hale", "Dear Catherine"),
    ("Patrick Hale", "Dear Patricia"),
    ("Christine Hale", "Dear Christina"), ("Anna Hale", "Dear Anne"),
    ("Maria Hale", "Dear Mariana"),
    ("Jon Hale", "Dear Jonas"), ("Daniel James", "Dear Mr Jim"), ("Sam Johnson", "Dear Mr Johns"),
    ("Erik Hale", "Dear Erika"), ("Julia Hale", "Dear Julian"), ("Daniel Hale", "Dear Daniel Kahl"),
    ("Kim Min-jun", "Dear Min-ji"), ("Иван Петров", "Dear Igor"),
    ("Anne-Marie Hale", "Dear Anne-louise"),
    ("José García López", "Dear Señor Gómez"), ("Jean-Pierre Dubois", "Cher Monsieur Dubos"),
    ("Ines Kahl", "Dear Tove"), ("Rafał Żuraw", "Dear Rafaela"), ("Ines Kahl", "Dear Ines Hale"),
    ("Ines Kahl", "Good morning, Tove"), ("Ines Kahl", "Hello, Tove"),
    ("Daniel Hale", "Good afternoon, Mr. Halen"), ("Daniel Hale", "Hi, Daniela"),
  ])
  func anyOtherNameIsSaid(_ name: String, _ greeting: String) {
    #expect(remarks(greeting, to: name).contains { $0.rule == .recipient })
  }

  /// A letter to a person greets one.
  @Test(arguments: [
    ("thank you for the talk.", "none"), ("I want to thank you, Ines.", "none"),
    ("Hi,\n\nthank you.", "unnamed"), ("Hello!\n\nThank you.", "unnamed"),
    ("Good morning,\n\nthank you.", "unnamed"), ("Dear Ines,\n\nthank you.", nil),
    ("Dear hiring team,\n\nthank you.", nil), ("Dear all,\n\nthank you.", nil),
    ("Ines,\n\nthank you.", nil), ("Hi team,\n\nthank you.", nil),
    ("Dear Sir or Madam,\n\nthank you.", nil), ("Dear [name],\n\nthank you.", nil),
    ("Good day,\n\nthank you.", "unnamed"),
  ])
  func somebodyIsGreeted(_ text: String, _ saying: String?) {
    var context = LintContext(today: World.today)
    context.kind = .request
    let says = World.linter.remarks(subject: "", text: text, context: context)
      .filter { $0.rule == .recipient }.map(\.says)
    let wanted = saying.flatMap { World.linter.words.rules[.recipient]?.says[$0] }
    #expect(says.count == (wanted == nil ? 0 : 1), "\(says)")
    if saying == "none" { #expect(says == [wanted ?? ""]) }
    // A text of no kind need not greet anybody.
    context.kind = nil
    let bare = World.linter.remarks(subject: "", text: text, context: context)
    #expect(!bare.contains { $0.rule == .recipient })
  }

  @Test(arguments: [("Dear Mr Mr Hale", "Mr Mr"), ("Dear Ms. Ms. Hale", "Ms. Ms")])
  func aTitleTwice(_ greeting: String, _ words: String) {
    let found = remarks(greeting, to: "Paul Hale").filter { $0.rule == .doubledWord }
    #expect(found.map(\.words) == [words])
  }

  @Test(arguments: [
    ("Indeed, I look forward to it.", false), ("Next time I will bring it.", false),
    ("I missed my target.", false), ("The Zoom call was short.", false), ("It was on Zoom.", false),
    ("We spoke of next-gen maps.", false), ("I learned it at Target.", true),
    ("I talked to Indeed about it.", true), ("I know Target's stores.", true),
    ("Morgan showed me the lab.", false), ("I met Morgan there.", false),
    ("I'd love to work at Morgan.", true), ("I applied to Morgan first.", true),
    ("Kestrel Labs does it.", true), ("It went well with Next.", true),
  ])
  func anEverydayWordBelongsToNobody(_ body: String, _ isSaid: Bool) {
    let found = remarks("Dear Ines", to: "Ines Kahl", body).contains { $0.rule == .foreignName }
    #expect(found == isSaid)
  }
}
