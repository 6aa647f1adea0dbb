"""导入: one uploaded file, from the moment it is stored to its rows in the tables, or out of them again.

Reading and writing are done by a worker for the person who asked, whose roles therefore count. Writing is one
transaction: interrupted, nothing is written and the file is ready to be written again.
"""

from gongkai.workflows.rights import GRANTS, Action
from gongkai.workflows.states import Machine, Transition
from gongkai.workflows.worded import Worded


class State(Worded):
    RECEIVED = "received", "已接收"
    READ = "read", "已识别"
    ASKING = "asking", "有疑问"
    READY = "ready", "待写入"
    WRITING = "writing", "写入中"
    WRITTEN = "written", "已写入"
    UNDONE = "undone", "已撤销"
    DISCARDED = "discarded", "已放弃"
    FAILED = "failed", "无法识别"


class Event(Worded):
    READ = "read", "识别"
    FAIL = "fail", "登记识别失败"
    ASK = "ask", "提出疑问"
    PREPARE = "prepare", "确认可以写入"
    REREAD = "reread", "重新识别"
    WRITE = "write", "写入"
    INTERRUPT = "interrupt", "中断写入"
    FINISH = "finish", "完成写入"
    DISCARD = "discard", "放弃"
    UNDO = "undo", "撤销"


_WRITE = GRANTS[Action.IMPORTS_WRITE]

MACHINE = Machine(
    name="导入文件",
    purpose="上传的文件先识别、答清疑问、预览，再一次写入；写入中断等于没有写入，写入后可以撤销。",
    states=State,
    transitions=(
        Transition(State.RECEIVED, Event.READ, State.READ, _WRITE),
        Transition(State.RECEIVED, Event.FAIL, State.FAILED, _WRITE),
        Transition(State.READ, Event.ASK, State.ASKING, _WRITE),
        Transition(State.READ, Event.PREPARE, State.READY, _WRITE),
        # after an answer about a name, or with another mapping of columns
        Transition(State.READ, Event.REREAD, State.READ, _WRITE),
        Transition(State.ASKING, Event.REREAD, State.READ, _WRITE),
        Transition(State.READY, Event.REREAD, State.READ, _WRITE),
        Transition(State.READY, Event.WRITE, State.WRITING, _WRITE),
        Transition(State.WRITING, Event.INTERRUPT, State.READY, _WRITE),
        Transition(State.WRITING, Event.FINISH, State.WRITTEN, _WRITE),
        *(
            Transition(state, Event.DISCARD, State.DISCARDED, _WRITE)
            for state in (State.RECEIVED, State.READ, State.ASKING, State.READY)
        ),
        Transition(State.WRITTEN, Event.UNDO, State.UNDONE, GRANTS[Action.IMPORTS_UNDO]),
    ),
    start=State.RECEIVED,
    ends=frozenset({State.UNDONE, State.DISCARDED, State.FAILED}),
)
