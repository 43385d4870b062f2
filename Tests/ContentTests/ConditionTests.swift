import DebriefModel
import Testing

@Suite("A condition", .timed)
struct ConditionTests {
  @Test(
    "is read from its words",
    arguments: [
      ("@interviewed", Condition.present("@interviewed")),
      ("answer is no", .compare("answer", .equal, "no")),
      ("answer is not no", .compare("answer", .unequal, "no")),
      ("mood.start <= 2", .compare("mood.start", .atMost, "2")),
      ("x>=-1", .compare("x", .atLeast, "-1")),
      ("a is \"two words\"", .compare("a", .equal, "two words")),
      ("a is \"and\"", .compare("a", .equal, "and")),
      ("not a and b", .and(.not(.present("a")), .present("b"))),
      ("not (a and b)", .not(.and(.present("a"), .present("b")))),
      ("a or b and c", .or(.present("a"), .and(.present("b"), .present("c")))),
      ("(a or b) and c", .and(.or(.present("a"), .present("b")), .present("c"))),
      ("a and b and c", .and(.and(.present("a"), .present("b")), .present("c"))),
      ("  not  not a ", .not(.not(.present("a")))),
    ])
  func reads(_ text: String, _ wanted: Condition) throws {
    #expect(try Condition(parsing: text) == wanted)
  }

  @Test(
    "that cannot be read says what is wrong at which column",
    arguments: [
      ("", "expected a fact or an answer", 1),
      ("   ", "expected a fact or an answer", 4),
      ("mood is", "expected a value after `is`", 8),
      ("mood is not", "expected a value after `is not`", 12),
      ("mood < high", "`<` compares with a number, not with `high`", 8),
      ("mood = 2", "`=` means nothing here", 6),
      ("(a and b", "expected `)`", 9),
      ("a and", "expected a fact or an answer", 6),
      ("a b", "expected `and`, `or`, or the end, not `b`", 3),
      ("a)", "expected `and`, `or`, or the end, not `)`", 2),
      ("and a", "expected a fact or an answer, not `and`", 1),
      ("@ is 1", "expected a fact or an answer, not `@`", 1),
      ("a is @turns", "expected a value after `is`, not `@turns`", 6),
      ("a is \"open", "the closing quotation mark is missing", 6),
      ("2 < 3", "expected a fact or an answer, not `2`", 1),
      (String(repeating: "(", count: 60), "too many nested parentheses", 51),
    ])
  func refuses(_ text: String, _ message: String, _ column: Int) {
    #expect(throws: ConditionFault(message, column: column)) { try Condition(parsing: text) }
  }

  @Test("holds by the precedence it was read with")
  func holds() throws {
    let condition = try Condition(parsing: "not @fast and (mood <= 2 or answer is yes)")
    func holds(_ values: [String: String]) -> Bool { condition.holds { values[$0] } }
    #expect(holds(["mood": "1"]))
    #expect(holds(["answer": "yes", "@fast": "no"]))
    #expect(!holds(["answer": "yes", "@fast": "yes"]))
    #expect(!holds([:]))
  }
}
