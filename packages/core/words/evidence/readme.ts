/** The note that lies in every evidence pack, for whoever opens it without having heard of this service. */

export const packReadme = `这是一个电子证据包。先看 index.pdf（证据目录）。

怎样核对有没有被改过：
  laisee verify 证据包.zip
或在平台的“核对”页面选择这个压缩包，断网也可以。不要解压后再重新打包，重新打包会被认为改动过。
没有上面的工具，也可以用任意 SHA-256 工具逐个计算文件摘要，和 manifest.json 比对。

它没有经过公证，也没有存到中立第三方的区块链上。


This is a pack of electronic evidence. Begin with index.pdf.

To check that nothing was changed:
  laisee verify pack.zip
or choose the file on the service's page for checking, which works without a network. Do not pack it anew: that counts
as a change. Without either, compute the SHA-256 of each file and compare it with manifest.json.

It is not notarised, and not kept on a neutral third party's chain.
`
