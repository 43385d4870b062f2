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
      ("Παπαδόπουλος", "papadopoulos"), ("Анна-Мария", "anna-maria"),
    ])
  func latin(_ name: String, _ wanted: String) {
    #expect(NameScripts.latin(name).contains(wanted), "\(NameScripts.latin(name))")
  }

  @Test(
    "what is Latin already, or of a script that isn't read by letters, has none",
    arguments: ["Ivan", "María", "王芳", "ليلى", "", "-", "Иван 王"])
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
}
