import DebriefModel
import Testing

/// Names as other alphabets write them.
@Suite(.timed) struct NameScriptTests {
  @Test(
    "each way to write a name in Latin letters",
    arguments: [
      ("Иван Петров", "ivan petrov"), ("Дмитрий", "dmitry"), ("Дмитрий", "dmitriy"),
      ("Дмитрий", "dmitrii"), ("Сергей", "sergey"), ("Сергей", "sergei"), ("Сергей", "sergej"),
      ("Мария", "maria"), ("Мария", "mariya"), ("Юлия", "yulia"), ("Щукин", "shchukin"),
      ("Ольга", "olga"), ("Ганна", "hanna"), ("Владимир", "wladimir"), ("Γιώργος", "giorgos"),
      ("Παπαδόπουλος", "papadopoulos"), ("Анна-Мария", "anna-maria"), ("王小明", "wang xiaoming"),
      ("王小明", "wang xiao ming"), ("李 华", "li hua"), ("欧阳修", "ouyang xiu"), ("曾志明", "zeng zhiming"),
      ("張國榮", "cheung guorong"), ("王小明", "wang hsiaoming"), ("吕布", "lv bu"), ("김민준", "kim minjun"),
      ("박지영", "park jiyoung"), ("이 현우", "lee hyunwoo"), ("남궁민", "namgung min"),
      ("さとう はなこ", "sato hanako"), ("ｻﾄｳ ﾊﾅｺ", "satou hanako"), ("しょうじ", "shoji"),
      ("ハットリ", "hattori"),
    ])
  func latin(_ name: String, _ wanted: String) {
    #expect(NameScripts.latin(name).contains(wanted), "\(NameScripts.latin(name))")
  }

  @Test(
    "what is Latin already, or of a script that isn't read by letters, has none",
    arguments: ["Ivan", "María", "王", "ليلى", "", "-", "Иван 王", "王芳です", "国际人工智能研究"])
  func none(_ name: String) {
    #expect(NameScripts.latin(name).isEmpty)
  }

  @Test("people are found by their names in either alphabet")
  func found() {
    let people = [("a", "Иван Петров"), ("b", "Anna Sergeeva"), ("c", "Γιώργος Νικολάου")].map {
      id, name in Person(id: ID(id)) { $0.name = name }
    }
    func ids(_ name: String) -> String {
      PeopleLookup.matches(name, among: people).map(\.id.text).joined(separator: " ")
    }
    #expect(ids("Ivan") == "a" && ids("petrov") == "a" && ids("Ivan Petrov") == "a")
    #expect(ids("Анна") == "b" && ids("giorgos") == "c" && ids("Иван") == "a")
    #expect(ids("Olga") == "" && ids("Ольга") == "")
  }

  @Test(
    "a name is found however it is parted, with titles, and with what stands behind it",
    arguments: [
      ("Xiao Ming", "Wang Xiaoming"), ("Wang Xiao Ming", "Wang Xiaoming"),
      ("Xiao-Ming Wang", "Wang Xiaoming"), ("Xiaoming Wang", "Wang Xiaoming"),
      ("O Brien", "Sean O'Brien"), ("OBrien", "Sean O'Brien"), ("Vanderberg", "Jan van der Berg"),
      ("van den Berg", "Jan Vandenberg"), ("Mc Donald", "Ann McDonald"),
      ("al hassan", "Omar Alhassan"), ("Alhassan", "Omar Al Hassan"),
      ("Daniel Hale PhD", "Daniel Hale"), ("Daniel Hale, Ph.D.", "Daniel Hale"),
      ("Mr. Hale Jr", "Daniel Hale"), ("Daniel Hale III", "Daniel Hale"),
      ("Rev. Hale", "Daniel Hale"), ("Prof. Dr. Hale", "Daniel Hale"),
      ("Frau Dr. Kahl", "Ines Kahl"), ("王先生", "王小明"), ("王老师", "王小明"), ("小明", "王小明"),
      ("王 小明", "王小明"), ("山田さん", "山田太郎"), ("田中様", "田中 一郎"), ("やまだ", "ヤマダ タロウ"),
      ("ヤマダ", "やまだ たろう"), ("ヤマダ タロウ", "ヤマダ タロウ"), ("김 과장님", "김민준"),
      ("민준 씨", "김민준"), ("김민준님", "김민준"), ("王小君", "王小君"),
      ("maria.garcia@acme.example", "María García"), ("maria.garcia", "María García"),
      ("García-López", "María García López"), ("Maria Lopez", "María García López"),
      ("Wang Xiaoming", "王小明"), ("Xiaoming", "王小明"), ("王小明", "Wang Xiaoming"),
      ("Kim Minjun", "김민준"), ("ﾔﾏﾀﾞ", "ヤマダ タロウ"), ("Yamada", "やまだ たろう"),
      ("Ivan Petrovich", "Ivan Petrovich Sidorov"), ("I. P. Sidorov", "Ivan Petrovich Sidorov"),
    ])
  func howeverTheNameIsWritten(_ typed: String, _ name: String) {
    let people = [name, "Olga Noname", "李华"].filter { !$0.isEmpty }.map { name in
      Person(id: ID(name)) { $0.name = name }
    }
    let found = PeopleLookup.matches(typed, among: people).map(\.name)
    #expect(found == (name.isEmpty ? [] : [name]), "\(typed)")
  }

  @Test(
    "the kana of a name of our letters",
    arguments: [
      (["yamada"], "やまだ"), (["taro"], "たろう"), (["taro"], "たろ"), (["hattori"], "はっとり"),
      (["kenji", "ito"], "けんじ いとう"), (["shota"], "しょうた"), (["anna"], "あんな"),
    ])
  func kana(_ words: [String], _ wanted: String) {
    #expect(NameScripts.kana(words).contains(wanted), "\(NameScripts.kana(words))")
  }

  @Test(
    "what isn't made of Japanese syllables has no kana", arguments: ["kahl", "robert", "li", ""])
  func noKana(_ word: String) {
    #expect(NameScripts.kana([word, "yamada"]).isEmpty)
  }

  @Test func anAddressOnFileIsItsOwners() {
    let people = [
      Person(id: ID("a")) {
        $0.name = "Maria Garcia"
        $0.email = "mg@acme.example"
      },
      Person(id: ID("b")) { $0.name = "Mg Aung" },
    ]
    #expect(PeopleLookup.matches("MG@acme.example", among: people).map(\.id.text) == ["a"])
    #expect(PeopleLookup.matches("@", among: people).isEmpty)
  }
}
