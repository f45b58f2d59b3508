import CGLPK

/// A system in the hands of the solver, which keeps its basis from question to question.
///
/// GLPK's memory belongs to the thread: a polytope is made, asked and dropped within one call. What it answers is a
/// proposal; `RangeSearch` believes a solution only after exact arithmetic has confirmed it.
final class Polytope {
    /// What came of a question.
    enum Outcome {
        /// The best value of the objective.
        case best(Double)
        /// Nothing solves the system.
        case nothing
        /// The solver gave up or failed.
        case unknown
    }

    private let problem: OpaquePointer
    private let width: Int
    private var isLost = false
    private var objective: [Int] = []
    private var needsBasis = true

    init(_ system: IntegerSystem) {
        glp_term_out(GLP_OFF)
        problem = glp_create_prob()
        width = system.width
        if width > 0 { glp_add_cols(problem, Int32(width)) }
        for column in 0..<width {
            glp_set_col_kind(problem, Int32(column + 1), GLP_IV)
            setBounds(column, system.lowest[column], system.highest[column])
        }
        if system.rowCount > 0 { glp_add_rows(problem, Int32(system.rowCount)) }
        var (rows, columns, values): ([Int32], [Int32], [Double]) = ([0], [0], [0])
        for row in 0..<system.rowCount {
            setRowBounds(row, system.lower[row], system.upper[row])
            for entry in system.entries(of: row) {
                rows.append(Int32(row + 1))
                columns.append(Int32(system.columns[entry] + 1))
                values.append(Double(system.coefficients[entry]))
            }
        }
        glp_load_matrix(problem, Int32(rows.count - 1), rows, columns, values)
    }

    deinit {
        // After a failed assertion the solver's own structures cannot be trusted, not even to be taken down.
        if !isLost { glp_delete_prob(problem) }
    }

    func setBounds(_ column: Int, _ low: Int, _ high: Int) {
        glp_set_col_bnds(
            problem, Int32(column + 1), low == high ? GLP_FX : GLP_DB, Double(low), Double(high))
    }

    /// Adds a row behind the others.
    func addRow(_ terms: [(column: Int, coefficient: Int)], lower: Int, upper: Int) {
        let row = glp_add_rows(problem, 1)
        setRowBounds(Int(row) - 1, lower, upper)
        let columns = [0] + terms.map { Int32($0.column + 1) }
        let values = [0] + terms.map { Double($0.coefficient) }
        glp_set_mat_row(problem, row, Int32(terms.count), columns, values)
        needsBasis = true
    }

    private func setRowBounds(_ row: Int, _ lower: Int, _ upper: Int) {
        let (hasLower, hasUpper) =
            (lower != IntegerSystem.noLower, upper != IntegerSystem.noUpper)
        let kind: Int32 =
            switch (hasLower, hasUpper) {
            case (false, false): GLP_FR
            case (true, false): GLP_LO
            case (false, true): GLP_UP
            case (true, true): lower == upper ? GLP_FX : GLP_DB
            }
        glp_set_row_bnds(
            problem, Int32(row + 1), kind, hasLower ? Double(lower) : 0,
            hasUpper ? Double(upper) : 0)
    }

    func setObjective(_ terms: [(column: Int, coefficient: Double)], maximize: Bool) {
        for column in objective { glp_set_obj_coef(problem, Int32(column + 1), 0) }
        for term in terms {
            glp_set_obj_coef(problem, Int32(term.column + 1), term.coefficient)
        }
        objective = terms.map(\.column)
        glp_set_obj_dir(problem, maximize ? GLP_MAX : GLP_MIN)
    }

    /// Finds the best solution, whole numbers or not.
    func relax() -> Outcome {
        guard !isLost, width > 0 else { return .unknown }
        var options = glp_smcp()
        glp_init_smcp(&options)
        options.msg_lev = GLP_MSG_OFF
        options.it_lim = 200_000
        if needsBasis {
            glp_adv_basis(problem, 0)
            needsBasis = false
        }
        let answer = cglpk_simplex(problem, &options)
        if answer == GLP_EBADB || answer == GLP_ESING || answer == GLP_ECOND { needsBasis = true }
        if answer == CGLPK_FAULT { isLost = true }
        guard answer == 0 else { return .unknown }
        switch glp_get_status(problem) {
        case GLP_OPT: return .best(glp_get_obj_val(problem))
        case GLP_NOFEAS: return .nothing
        default: return .unknown
        }
    }

    /// Goes on from `relax()` to the best solution in whole numbers; false when the search was cut short.
    func searchIntegers(nodes: Int, depthFirst: Bool = false) -> (
        outcome: Outcome, isComplete: Bool
    ) {
        guard !isLost else { return (.unknown, false) }
        let answer = cglpk_intopt(problem, Int32(nodes), depthFirst ? 1 : 0)
        if answer == CGLPK_FAULT { isLost = true }
        guard answer == 0 || answer == GLP_ESTOP else { return (.unknown, false) }
        switch glp_mip_status(problem) {
        case GLP_OPT: return (.best(glp_mip_obj_val(problem)), true)
        case GLP_FEAS: return (.best(glp_mip_obj_val(problem)), false)
        case GLP_NOFEAS: return (.nothing, answer == 0)
        default: return (.unknown, false)
        }
    }

    /// The solution of the last `relax()`.
    func relaxedValues() -> [Double] {
        var values = Array(repeating: 0.0, count: width)
        values.withUnsafeMutableBufferPointer { values in
            var column = 0
            while column < values.count {
                values[column] = glp_get_col_prim(problem, Int32(column + 1))
                column += 1
            }
        }
        return values
    }

    /// For each unknown whether the best value of the last `relax()` stays the same whatever bounds it is given.
    ///
    /// The bound of an unknown that has no price at the best solution keeps nothing from being better.
    func isIdle() -> [Bool] {
        (0..<width).map { abs(glp_get_col_dual(problem, Int32($0 + 1))) < 1e-9 }
    }

    /// The solution of the last `searchIntegers()`.
    func integerValues() -> [Double] {
        (0..<width).map { glp_mip_col_val(problem, Int32($0 + 1)) }
    }
}
