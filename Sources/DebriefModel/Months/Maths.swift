import Glibc

/// The few functions of the maths library that the rules over months need.
enum Maths {
  static func exp(_ x: Double) -> Double { Glibc.exp(x) }
  static func log(_ x: Double) -> Double { Glibc.log(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }

  /// How many ways there are to choose `k` of `n`; exact as far as a double is.
  static func choose(_ n: Int, _ k: Int) -> Double {
    guard k >= 0, k <= n else { return 0 }
    var ways = 1.0
    for i in 0..<min(k, n - k) { ways = ways * Double(n - i) / Double(i + 1) }
    return ways
  }

  /// The logarithm of the gamma function, by the series of Lanczos: good to fourteen digits from 0.5 on.
  static func logGamma(_ x: Double) -> Double {
    let parts = [
      676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_1,
      -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12,
      9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7,
    ]
    let z = x - 1
    var sum = 0.999_999_999_999_809_9
    for (i, part) in parts.enumerated() { sum += part / (z + Double(i) + 1) }
    let t = z + 7.5
    return 0.5 * log(2 * Double.pi) + (z + 0.5) * log(t) - t + log(sum)
  }

  /// The logarithm of the beta function.
  static func logBeta(_ a: Double, _ b: Double) -> Double {
    logGamma(a) + logGamma(b) - logGamma(a + b)
  }
}
