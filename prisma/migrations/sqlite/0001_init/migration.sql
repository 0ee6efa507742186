-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "nameHash" BLOB NOT NULL,
    "opaqueRecord" TEXT NOT NULL,
    "signingKey" BLOB NOT NULL,
    "boxKey" BLOB NOT NULL,
    "identity" BLOB NOT NULL,
    "recoveryHash" BLOB NOT NULL,
    "sealedIndex" BLOB NOT NULL,
    "indexVersion" INTEGER NOT NULL DEFAULT 0,
    "createdAt" BIGINT NOT NULL,
    "deletedAt" BIGINT
);

-- CreateTable
CREATE TABLE "Unlock" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("personId", "kind"),
    CONSTRAINT "Unlock_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" BLOB NOT NULL PRIMARY KEY,
    "publicId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "seenAt" BIGINT NOT NULL,
    "confirmedAt" BIGINT NOT NULL,
    "remember" BOOLEAN NOT NULL,
    "arrival" TEXT,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Room" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" BIGINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Member" (
    "roomId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedRoomKey" BLOB,
    "packet" BLOB,
    "joinedAt" BIGINT NOT NULL,

    PRIMARY KEY ("roomId", "personId"),
    CONSTRAINT "Member_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "tokenHash" BLOB NOT NULL,
    "packet" BLOB NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "claimedAt" BIGINT,
    "withdrawnAt" BIGINT,
    CONSTRAINT "Invitation_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Block" (
    "byId" TEXT NOT NULL,
    "whomId" TEXT NOT NULL,

    PRIMARY KEY ("byId", "whomId")
);

-- CreateTable
CREATE TABLE "Due" (
    "pieceId" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "Due_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Piece" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "Piece_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PieceKey" (
    "pieceId" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("pieceId", "epoch"),
    CONSTRAINT "PieceKey_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SealedVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pieceId" TEXT NOT NULL,
    "ciphertext" BLOB NOT NULL,
    "wrappedKey" BLOB NOT NULL,
    "ownerKey" BLOB NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "SealedVersion_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "roomId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "data" TEXT NOT NULL,

    PRIMARY KEY ("subject", "scope", "seq")
);

-- CreateTable
CREATE TABLE "Statement" (
    "roomId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "hash" BLOB NOT NULL,
    "n" INTEGER,
    "body" BLOB NOT NULL,
    "signature" BLOB NOT NULL,

    PRIMARY KEY ("roomId", "personId", "hash")
);

-- CreateTable
CREATE TABLE "Stream" (
    "pieceId" TEXT NOT NULL,
    "clientId" BIGINT NOT NULL,
    "sn" INTEGER NOT NULL,
    "streamId" BLOB NOT NULL,
    "personId" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,

    PRIMARY KEY ("pieceId", "clientId")
);

-- CreateTable
CREATE TABLE "Frame" (
    "pieceId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "sn" INTEGER NOT NULL,
    "counter" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    "sealed" BLOB,

    PRIMARY KEY ("pieceId", "seq")
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "pieceId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "upto" INTEGER NOT NULL,
    "pruned" INTEGER NOT NULL DEFAULT 0,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("pieceId", "personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_nameHash_key" ON "Person"("nameHash");

-- CreateIndex
CREATE UNIQUE INDEX "Session_publicId_key" ON "Session"("publicId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Member_personId_idx" ON "Member"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_roomId_idx" ON "Invitation"("roomId");

-- CreateIndex
CREATE INDEX "Invitation_byId_createdAt_idx" ON "Invitation"("byId", "createdAt");

-- CreateIndex
CREATE INDEX "Due_roomId_at_idx" ON "Due"("roomId", "at");

-- CreateIndex
CREATE INDEX "Piece_roomId_idx" ON "Piece"("roomId");

-- CreateIndex
CREATE INDEX "SealedVersion_pieceId_idx" ON "SealedVersion"("pieceId");

-- CreateIndex
CREATE INDEX "Event_roomId_idx" ON "Event"("roomId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_roomId_personId_n_key" ON "Statement"("roomId", "personId", "n");

-- CreateIndex
CREATE UNIQUE INDEX "Stream_pieceId_seq_key" ON "Stream"("pieceId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Frame_pieceId_sn_counter_key" ON "Frame"("pieceId", "sn", "counter");
