import Terminal
import Testing

@Suite("Whether there are colors", .timed)
struct ColorChoiceTests {
  @Test(
    "follows the environment where nothing is told",
    arguments: [
      ([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true),
      (["NO_COLOR": "0"], false), (["CLICOLOR": "0"], false), (["CLICOLOR": "1"], true),
      (["CLICOLOR": ""], true), (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true),
      (["CLICOLOR": "0", "CLICOLOR_FORCE": "0"], false),
      (["CLICOLOR": "0", "CLICOLOR_FORCE": ""], false),
      (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], false),
    ] as [([String: String], Bool)])
  func environment(_ environment: [String: String], _ hasColor: Bool) {
    #expect(ColorChoice.auto.hasColor(environment) == hasColor, "\(environment)")
    #expect(ColorChoice.always.hasColor(environment))
    #expect(!ColorChoice.never.hasColor(environment))
  }
}
