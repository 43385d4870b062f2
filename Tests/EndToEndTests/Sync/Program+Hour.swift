import Testing

extension Program {
  /// Runs it at an hour of one day, and it must succeed. Each computer has an hour of its own, so that each
  /// draws ids of its own.
  @discardableResult
  func run(at hour: Int, _ arguments: [String]) throws -> Result {
    let result = try wait(start(arguments, env: ["DEBRIEF_NOW": "2026-03-21T\(hour):00:00Z"]))
    #expect(result.code == 0, "\(arguments) \(result.err)")
    return result
  }
}
