#ifndef CGLPK_SHIM_H
#define CGLPK_SHIM_H

#include <glpk.h>
#include <setjmp.h>

/* GLPK ends the process when one of its own assertions fails. Both solvers are called with a way back,
 * so that such a failure is an answer: what was asked is then not proved. Nothing of Swift is jumped over. */
#define CGLPK_FAULT (-1)

static inline void cglpk_jump(void *place) { longjmp(*(jmp_buf *)place, 1); }

static inline int cglpk_simplex(glp_prob *problem, const glp_smcp *options) {
    jmp_buf place;
    if (setjmp(place)) {
        glp_error_hook(NULL, NULL);
        return CGLPK_FAULT;
    }
    glp_error_hook(cglpk_jump, &place);
    int answer = glp_simplex(problem, options);
    glp_error_hook(NULL, NULL);
    return answer;
}

/* A limit on nodes and not on time: the same question gets the same answer on a slow machine. */
static inline void cglpk_count(glp_tree *tree, void *left) {
    if (glp_ios_reason(tree) == GLP_ISELECT && --*(int *)left < 0) glp_ios_terminate(tree);
}

static inline int cglpk_intopt(glp_prob *problem, int nodes, int depth_first) {
    jmp_buf place;
    if (setjmp(place)) {
        glp_error_hook(NULL, NULL);
        return CGLPK_FAULT;
    }
    glp_error_hook(cglpk_jump, &place);
    glp_iocp options;
    glp_init_iocp(&options);
    options.msg_lev = GLP_MSG_OFF;
    if (depth_first) {
        options.bt_tech = GLP_BT_DFS;
        options.br_tech = GLP_BR_MFV;
    }
    options.cb_func = cglpk_count;
    options.cb_info = &nodes;
    int answer = glp_intopt(problem, &options);
    glp_error_hook(NULL, NULL);
    return answer;
}

#endif
