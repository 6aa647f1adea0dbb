// CodeMirror's own words in Chinese; a test of the browser shows the search panel.
export const phrases = {
  "Find": "查找", "Replace": "替换为", "next": "下一处", "previous": "上一处", "all": "全选",
  "match case": "区分大小写", "by word": "整词", "regexp": "正则表达式",
  "replace": "替换", "replace all": "全部替换", "close": "关闭",
  "current match": "当前匹配", "on line": "所在行", "to": "至",
  "replaced match on line $": "已替换第 $ 行的一处", "replaced $ matches": "已替换 $ 处",
  "Go to line": "转到行", "go": "转到",
  "Diagnostics": "检查结果", "No diagnostics": "没有发现问题",
  "Completions": "可用词语", "Control character": "控制字符", "Selection deleted": "已删除所选内容",
  "$ unchanged lines": "未改动的 $ 行", "Accept": "接受", "Reject": "不接受", "Revert this chunk": "恢复此处",
  "folded code": "折叠的内容", "unfold": "展开", "Fold line": "折叠", "Unfold line": "展开",
};
