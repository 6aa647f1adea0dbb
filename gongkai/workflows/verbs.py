"""Everything a page can be asked to do. Who may do it stands in `rights`."""

from gongkai.workflows.worded import Worded

READING_VERBS = ("see", "see_drafts", "export", "download")


class Action(Worded):
    """An object and a verb. The label finishes the sentence “…由经办办理”."""

    OFFICE_CREATE = "office.create", "新建办公室"
    OFFICE_SEE = "office.see", "查看工作台首页"
    SETTINGS_EDIT = "settings.edit", "修改系统设置"
    SYSTEM_SEE = "system.see", "查看系统状态"
    PEOPLE_SEE = "people.see", "查看人员名单"
    PEOPLE_MANAGE = "people.manage", "管理人员和身份"

    REGISTERS_SEE = "registers.see", "查看名录"
    REGISTERS_EDIT = "registers.edit", "修改名录"
    EXEMPTIONS_ASK = "exemptions.ask", "申请免更新"
    EXEMPTIONS_DECIDE = "exemptions.decide", "审批免更新"
    ACCOUNTS_ASK = "accounts.ask", "申请开设、变更或注销账号"
    ACCOUNTS_CONFIRM = "accounts.confirm", "代表单位同意账号申请"
    ACCOUNTS_PASS = "accounts.pass", "审核账号申请"
    ACCOUNTS_RECORD = "accounts.record", "登记账号备案进展"

    IMPORTS_SEE = "imports.see", "查看导入"
    IMPORTS_WRITE = "imports.write", "导入数据"
    IMPORTS_UNDO = "imports.undo", "撤销导入"
    FACTS_SEE = "facts.see", "查看数据明细"
    FACTS_EXPORT = "facts.export", "导出数据明细"
    FACTS_ENTER = "facts.enter", "录入数据"

    ASSESSMENTS_SEE = "assessments.see", "查看考核结果"
    ASSESSMENTS_SEE_DRAFTS = "assessments.see_drafts", "查看未送核对的考核结果"
    ASSESSMENTS_RUN = "assessments.run", "开展考核"
    ASSESSMENTS_SHOW = "assessments.show", "将考核结果送单位核对"
    ASSESSMENTS_CONFIRM = "assessments.confirm", "代表单位确认考核结果无异议"
    ASSESSMENTS_PUBLISH = "assessments.publish", "发布考核结果"
    ASSESSMENTS_WITHDRAW = "assessments.withdraw", "撤回已发布的考核结果"
    SCHEME_EDIT = "scheme.edit", "修改考核办法"
    ADJUSTMENTS_ENTER = "adjustments.enter", "录入人工加减分"
    OBJECTIONS_SEE = "objections.see", "查看异议"
    OBJECTIONS_MAKE = "objections.make", "提出异议"
    OBJECTIONS_DECIDE = "objections.decide", "对异议作出决定"
    PICTURES_SEE = "pictures.see", "查看图表"

    NOTICES_SEE = "notices.see", "查看已印发的通报"
    NOTICES_SEE_DRAFTS = "notices.see_drafts", "查看通报稿"
    NOTICES_EDIT = "notices.edit", "起草和修改通报"
    NOTICES_REVIEW_DRAFT = "notices.review.draft", "将通报稿送审"
    NOTICES_REVIEW_FACTS = "notices.review.facts", "审核通报稿"
    NOTICES_REVIEW_LEAD = "notices.review.lead", "签发通报"
    NOTICES_WAIVE = "notices.waive", "放行校核问题"
    NOTICES_ISSUE = "notices.issue", "印发通报"
    NOTICES_DOWNLOAD = "notices.download", "下载通报文件"
    RETURNED_COMPARE = "returned.compare", "比对交回的文稿"
    RECEIPTS_GIVE = "receipts.give", "签收通报"

    RECTIFICATIONS_SEE = "rectifications.see", "查看整改事项"
    RECTIFICATIONS_ANSWER = "rectifications.answer", "办理整改并报送报告"
    RECTIFICATIONS_JUDGE = "rectifications.judge", "审核整改报告"
    RECTIFICATIONS_REMIND = "rectifications.remind", "催办整改事项"
    RECTIFICATIONS_HAND_OVER = "rectifications.hand_over", "移交督查"
    RECTIFICATIONS_SUPERVISE = "rectifications.supervise", "督查逾期事项"
    RECTIFICATIONS_CANCEL = "rectifications.cancel", "撤销整改事项"

    PROOFREADING_USE = "proofreading.use", "校对文稿"
    PROOFREADING_SETTLE = "proofreading.settle", "登记不再提示的校对问题"

    AUDIT_SEE = "audit.see", "查看审计记录"
    AUDIT_EXPORT = "audit.export", "导出审计记录"

    @property
    def reads(self) -> bool:
        """Whether it changes nothing."""
        return self.value.partition(".")[2] in READING_VERBS
