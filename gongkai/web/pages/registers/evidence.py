"""What the forms say of the file that may come with them."""

HINT = "可附证明材料：PDF、图片、.xlsx 或 .docx"
ACCEPT = ".pdf,.png,.jpg,.jpeg,.xlsx,.docx"
